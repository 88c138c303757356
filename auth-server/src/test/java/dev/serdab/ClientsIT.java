package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Certificate;
import dev.serdab.testing.DemoApiProcess;
import dev.serdab.testing.Program;
import dev.serdab.testing.RunningServer;
import dev.serdab.testing.ServerProcess;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Each client of {@code examples/clients/}, against a server that is set as its {@code serdab.yaml}
 * says. They are built with what a package registry has, so they run with {@code -Pclients} alone.
 * Where those settings name the demo API ({@code ${DEMO_API…}}), it is started too.
 */
@EnabledIfSystemProperty(named = "tests.clients", matches = "true")
class ClientsIT {

    private static final Path CLIENTS =
            Path.of("..", "examples", "clients").toAbsolutePath().normalize();

    /** What a client that listens on {@code https://localhost} shows to the server. */
    private static final Certificate LOCALHOST = Certificate.of("localhost");

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
        var api = URI.create("http://localhost:" + RunningServer.freePort());
        var environment = new HashMap<>(LOCALHOST.trusted());
        environment.put("DEMO_API", api.toString());
        var settings = "spring.config.import=file:" + client.resolve("serdab.yaml");
        try (var server =
                        ServerProcess.starting(
                                        RunningServer.freshDirectory(), environment, settings)
                                .awaitReady();
                var _ = isForTheApi(client) ? demoApi(api, server) : null) {
            var run =
                    Program.start(
                            server.directory(),
                            Map.of(
                                    "SERDAB", server.issuer(),
                                    "SERDAB_MANAGEMENT", management(server),
                                    "DEMO_API", api.toString(),
                                    "LOCALHOST_P12", LOCALHOST.file().toString()),
                            List.of(client.resolve("run").toString()));
            assertThat(run.awaitExit(Duration.ofMinutes(5))).as(run.output()).isZero();
        }
    }

    private static String management(ServerProcess server) {
        return "http://127.0.0.1:" + server.managementPort();
    }

    private static DemoApiProcess demoApi(URI address, ServerProcess server) {
        return DemoApiProcess.at(address, server.issuer()).awaitReady();
    }

    private static boolean isForTheApi(Path client) {
        try {
            return Files.readString(client.resolve("serdab.yaml")).contains("${DEMO_API");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
