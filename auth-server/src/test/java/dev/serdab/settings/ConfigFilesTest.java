package dev.serdab.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.AuthServer;
import dev.serdab.testing.Http;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** What the files in {@code config/} show exists, and works. */
class ConfigFilesTest {

    private static final String DJOSER = "djoser.yaml";

    private static final List<String> OF_DJOSER =
            List.of("serdab.account-api", "serdab.jwt", "serdab.password");

    @ParameterizedTest
    @ValueSource(strings = {"application.yaml", DJOSER, "postgres.yaml"})
    void everySettingThatIsShownExists(String file) throws IOException {
        var known = new SettingNames();
        settings().forEach(type -> known.add(prefix(type), type));

        assertThat(ConfigFile.read(file).parts().values())
                .flatMap(part -> part.settings().keySet())
                .isNotEmpty()
                .filteredOn(name -> name.startsWith("serdab."))
                .allMatch(name -> known.contains(ConfigurationPropertyName.of(name)));
    }

    @Test
    void everySettingThatATeamFromDjoserMayKnowIsShown() throws IOException {
        var shown = ConfigFile.read(DJOSER).parts().get("every setting").settings().keySet();

        assertThat(settingsOfDjoser())
                .isNotEmpty()
                .flatMap(type -> List.of(type.getRecordComponents()))
                .extracting(component -> component.getName())
                .allSatisfy(name -> assertThat(shown).anyMatch(property -> names(property, name)));
    }

    @Test
    void whatIsShownIsTheDefault() throws IOException {
        var shown = new HashMap<>(ConfigFile.read(DJOSER).parts().get("every setting").settings());
        // Without a default that would do for everybody, an example is shown.
        shown.keySet().removeAll(List.of("serdab.jwt.audience", "serdab.jwt.scope"));

        assertThat(settingsOfDjoser())
                .allSatisfy(
                        type -> assertThat(bound(type, shown)).isEqualTo(bound(type, Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "strict", "short", "open"})
    void everyExampleStartsAServer(String name) throws IOException {
        var example = ConfigFile.read(DJOSER).parts().get("example: " + name).settings();
        var ours =
                Map.of(
                        "server.port", "0",
                        "management.server.port", "0",
                        "serdab.data-directory", RunningServer.freshDirectory().toString());
        var arguments =
                Stream.of(ours, example)
                        .flatMap(settings -> settings.entrySet().stream())
                        .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                        .toArray(String[]::new);

        try (var server = SpringApplication.run(AuthServer.class, arguments)) {
            var port = server.getEnvironment().getRequiredProperty("local.server.port");
            new Http("http://localhost:" + port).get("/").expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "strict", "short", "open"})
    void everyExampleIsWhatTheRecordingsOfDjoserAreReplayedWith(String name) throws IOException {
        var replayed = new Properties();
        try (var file =
                getClass().getResourceAsStream("/djoser/settings/" + name + ".properties")) {
            replayed.load(file);
        }
        replayed.keySet().removeIf(setting -> setting.toString().startsWith("serdab.limits."));

        var example = ConfigFile.read(DJOSER).parts().get("example: " + name).settings();
        assertThat(example)
                .hasSameSizeAs(replayed)
                .allSatisfy((setting, value) ->
                        assertThat(replayed)
                                .containsEntry(setting.replaceFirst("\\[0]$", ""), value));
    }

    private static Stream<Class<?>> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("dev.serdab").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null));
    }

    private static List<Class<?>> settingsOfDjoser() {
        return settings().filter(type -> OF_DJOSER.contains(prefix(type))).toList();
    }

    private static String prefix(Class<?> settings) {
        return settings.getAnnotation(ConfigurationProperties.class).value();
    }

    /** Whether a property, which may be the first of a list, is a record's component. */
    private static boolean names(String property, String component) {
        var last = property.replaceFirst("\\[0]$", "").replaceFirst(".*\\.", "");
        return last.replace("-", "").equalsIgnoreCase(component);
    }

    private static Object bound(Class<?> settings, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(prefix(settings), Bindable.of(settings));
    }
}
