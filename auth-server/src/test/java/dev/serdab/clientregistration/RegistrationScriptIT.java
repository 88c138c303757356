package dev.serdab.clientregistration;

import static dev.serdab.testing.Registrar.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Program;
import dev.serdab.testing.Registrar;
import dev.serdab.testing.ServerProcess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code bin/serdab-registration}, as an operator runs it beside the packaged server. */
class RegistrationScriptIT {

    private static final Path SCRIPT =
            Path.of("..", "bin", "serdab-registration").toAbsolutePath().normalize();

    private static final JsonMapper JSON = new JsonMapper();

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.started("serdab.client-registration.mode=token");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itMakesListsAndEndsTokens() {
        var made = does("token", "uses=2", "lifetime=7d", "note=for \"Ada\" \\ Bob");
        var token = JSON.readTree(made).path("token").asString();
        var registrar = new Registrar(server.issuer()).with(token);

        registrar.registers(metadata("client_name", "Photos")).expect(201);
        var listed = does("list");
        assertThat(listed).contains("\"uses_left\":1").doesNotContain(token);
        var line = JSON.readTree(listed).path("tokens").path(0);
        assertThat(line.path("note").asString()).isEqualTo("for \"Ada\" \\ Bob");

        does("remove", line.path("id").asString());
        registrar.registers(metadata("client_name", "Photos")).expect(401);
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(fails("token", "lifetime=soon")).contains("lifetime is a time such as 7d.");
        assertThat(fails("token", "uses=many")).contains("serdab-registration token");
        assertThat(fails("remove", "4711")).contains("There is no such token.");
        assertThat(fails("sing")).contains("serdab-registration list");
    }

    private static String does(String... arguments) {
        var run = run(arguments);
        assertThat(run.awaitExit(Duration.ofSeconds(20))).as(run.output()).isZero();
        return run.output();
    }

    private static String fails(String... arguments) {
        var run = run(arguments);
        assertThat(run.awaitExit(Duration.ofSeconds(20))).as(run.output()).isNotZero();
        return run.output();
    }

    private static Program run(String... arguments) {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        return Program.start(
                server.directory(),
                Map.of("SERDAB_MANAGEMENT", "http://127.0.0.1:" + server.managementPort()),
                command);
    }
}
