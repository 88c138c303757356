package dev.serdab.signingkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.App;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.Program;
import dev.serdab.testing.RunningServer;
import dev.serdab.testing.ServerProcess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code bin/serdab-keys}, as an operator runs it beside the packaged server. */
class KeysScriptIT {

    private static final Path SCRIPT =
            Path.of("..", "bin", "serdab-keys").toAbsolutePath().normalize();

    private static ServerProcess server;
    private static App machine;

    @BeforeAll
    static void start() {
        server = ServerProcess.started();
        machine = App.demoMachine(server.issuer());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itListsRotatesRetiresAndRemoves() {
        var kid = kid();
        assertThat(does("list")).contains(kid, "\"active\"");

        assertThat(does("rotate", "ES256")).contains("\"published\"").contains(kid);
        does("rotate", "ES256", "now");
        assertThat(kid()).isNotEqualTo(kid);
        var second = kid();
        assertThat(does("retire", second)).contains("\"retired\"");
        assertThat(does("remove", kid)).doesNotContain(kid);
        assertThat(does("list")).contains(second).doesNotContain(kid);
    }

    @Test
    void itImportsAKeyWithItsName() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        var pem =
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(
                                Base64.getMimeEncoder()
                                        .encodeToString(
                                                generator
                                                        .generateKeyPair()
                                                        .getPrivate()
                                                        .getEncoded()));
        var file = file("old \"key\".pem", pem);

        does("import", file, "kid=our-\"old\"-key\\1", "algorithm=ES256");
        assertThat(kid()).isEqualTo("our-\"old\"-key\\1");

        var jwk =
                KeyForms.jwk("a-jwk", Algorithm.ES256, generator.generateKeyPair()).toJSONString();
        does("import", file("key.json", jwk));
        assertThat(kid()).isEqualTo("a-jwk");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(fails("retire", "nobody")).contains("There is no key nobody.");
        assertThat(fails("rotate", "HS256")).contains("There is no algorithm HS256 here.");
        assertThat(fails("sing")).contains("serdab-keys list");
    }

    @Test
    void withoutTheTokenItCannot() {
        var nobody = run(Map.of("SERDAB_DATADIRECTORY", "elsewhere"), "rotate");
        assertThat(nobody.awaitExit(Duration.ofSeconds(10))).isNotZero();
        assertThat(nobody.output()).contains("elsewhere/operator.token");
    }

    private static String kid() {
        var token = machine.asksForItself("").expect(200).text("access_token");
        return (String) Jwt.parse(token).header().get("kid");
    }

    private static String does(String... arguments) {
        var run = run(Map.of(), arguments);
        assertThat(run.awaitExit(Duration.ofSeconds(20))).as(run.output()).isZero();
        return run.output();
    }

    private static String fails(String... arguments) {
        var run = run(Map.of(), arguments);
        assertThat(run.awaitExit(Duration.ofSeconds(20))).as(run.output()).isNotZero();
        return run.output();
    }

    private static Program run(Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        var all = new HashMap<String, String>();
        all.put("SERDAB_MANAGEMENT", "http://127.0.0.1:" + server.managementPort());
        all.putAll(environment);
        return Program.start(server.directory(), all, command);
    }

    private static String file(String name, String text) throws IOException {
        var directory = Files.createDirectories(RunningServer.freshDirectory());
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
