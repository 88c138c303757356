package dev.serdab.testing.replay;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A recording of a live Djoser: requests, and what was answered to each.
 *
 * @param name the file's, without its extension
 * @param configs the settings it was recorded under
 * @param steps in order; later ones use what earlier ones saved
 */
public record Scenario(String name, List<String> configs, List<JsonNode> steps) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Path.of("src/test/resources/djoser");

    /** All that are kept here for some settings. */
    public static List<Scenario> all(String config) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Scenario::read)
                    .filter(scenario -> scenario.configs.contains(config))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        var json = JSON.readTree(file);
        return new Scenario(
                file.getFileName().toString().replace(".json", ""),
                json.get("configs").valueStream().map(JsonNode::stringValue).toList(),
                json.get("steps").valueStream().toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
