package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Program;
import dev.serdab.testing.ServerProcess;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Each client of {@code examples/clients/}, against a server that is set as its {@code serdab.yaml}
 * says. They are built with what a package registry has, so they run with {@code -Pclients} alone.
 */
@EnabledIfSystemProperty(named = "tests.clients", matches = "true")
class ClientsIT {

    private static final Path CLIENTS =
            Path.of("..", "examples", "clients").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicTest> everyClientWorks() throws IOException {
        try (var files = Files.list(CLIENTS)) {
            var clients = files.filter(Files::isDirectory).sorted().toList();
            assertThat(clients).isNotEmpty();
            return clients.stream()
                    .map(client ->
                            DynamicTest.dynamicTest(
                                    client.getFileName().toString(), () -> works(client)));
        }
    }

    private static void works(Path client) {
        var settings = "spring.config.import=file:" + client.resolve("serdab.yaml");
        try (var server = ServerProcess.started(settings)) {
            var run =
                    Program.start(
                            server.directory(),
                            Map.of("SERDAB", server.issuer()),
                            List.of(client.resolve("run").toString()));
            assertThat(run.awaitExit(Duration.ofMinutes(5))).as(run.output()).isZero();
        }
    }
}
