package dev.serdab.settings;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of {@code config/} as it is once the settings in it count: a line {@code #name: value} is
 * a setting that is commented out, {@code # Words} are a comment.
 */
record ConfigFile(String text) {

    private static final Pattern SETTING = Pattern.compile("^#(?=\\S|  )", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^# === (.*) ===$", Pattern.MULTILINE);

    static ConfigFile read(String name) throws IOException {
        return new ConfigFile(Files.readString(Path.of("..", "config", name)));
    }

    /** Its parts by their heading; without headings, the whole. */
    Map<String, ConfigFile> parts() {
        var parts = new LinkedHashMap<String, ConfigFile>();
        var headings = HEADING.matcher(text).results().toList();
        if (headings.isEmpty()) {
            parts.put("", this);
        }
        for (int i = 0; i < headings.size(); i++) {
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
            var part = text.substring(headings.get(i).end(), end);
            parts.put(headings.get(i).group(1), new ConfigFile(part));
        }
        return parts;
    }

    /** Everything it sets, once nothing is commented out. */
    Map<String, String> settings() {
        var yaml = new YamlPropertiesFactoryBean();
        var uncommented = SETTING.matcher(text).replaceAll("");
        yaml.setResources(new ByteArrayResource(uncommented.getBytes(StandardCharsets.UTF_8)));
        return yaml.getObject().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                setting -> setting.getKey().toString(),
                                setting -> setting.getValue().toString(),
                                (one, other) -> one,
                                TreeMap::new));
    }
}
