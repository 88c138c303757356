package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.DemoSystem;
import dev.serdab.testing.Program;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Each script of {@code examples/}, run as a reader of it would. */
class ExamplesIT {

    private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() throws IOException {
        var system = DemoSystem.running();
        return examples(script -> {
            var run = run(script, system.server().issuer(), system.api().address());
            assertThat(run.awaitExit(Duration.ofSeconds(60))).as(run.output()).isZero();
        });
    }

    @TestFactory
    Stream<DynamicTest> everyExampleFailsWhereNoServerRuns() throws IOException {
        return examples(script -> {
            var nowhere = "http://localhost:" + RunningServer.freePort();
            var run = run(script, nowhere, nowhere);
            assertThat(run.awaitExit(Duration.ofSeconds(10))).as(run.output()).isNotZero();
        });
    }

    private static Stream<DynamicTest> examples(Consumer<Path> test) throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            var scripts = files.filter(file -> file.toString().endsWith(".sh")).sorted().toList();
            assertThat(scripts).isNotEmpty();
            return scripts.stream()
                    .map(script ->
                            DynamicTest.dynamicTest(
                                    script.getFileName().toString(), () -> test.accept(script)));
        }
    }

    private static Program run(Path script, String server, String api) {
        return Program.start(
                RunningServer.freshDirectory(),
                Map.of("SERDAB", server, "DEMO_API", api),
                List.of(script.toString()));
    }
}
