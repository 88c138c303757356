package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Http;
import dev.serdab.testing.Program;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code bin/serdab} with a real Java and the packaged jar; StartScriptTest has the cases. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/serdab is a shell script")
class StartScriptIT {

    private static final Path SCRIPT = Path.of("..", "bin", "serdab").toAbsolutePath().normalize();

    /** Extraction, training, and the start itself, on a machine that does much else. */
    private static final Duration FIRST = Duration.ofMinutes(5);

    private static final String READY = "Serdab is ready\\..*\\n  Data  [^\\n]*\\n";

    private final Path home = RunningServer.freshDirectory();
    private final int port = RunningServer.freePort();

    @Test
    void theSecondStartUsesWhatTheFirstPrepared() throws Exception {
        var first = start(List.of());
        first.awaitOutput(READY, FIRST);
        assertThat(first.output()).contains("preparing quicker starts");
        new Http(issuer()).get("/.well-known/openid-configuration").expect(200);
        assertThat(Files.exists(home.resolve("data").resolve("serdab.mv.db"))).isTrue();
        first.stop();

        // Java would stop at once if it could not use the cache.
        var second = start(List.of("-XX:AOTMode=on"));
        second.awaitOutput(READY, FIRST);
        assertThat(second.output()).doesNotContain("preparing", "[warning]");
        new Http(issuer()).get("/.well-known/openid-configuration").expect(200);
        second.stop();
    }

    private Program start(List<String> options) throws Exception {
        var cache = home.resolve("cache");
        var environment =
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "SERDAB_JAR", Path.of(System.getProperty("tests.jar")).toString(),
                        "SERDAB_CACHE", cache.toString(),
                        "JAVA_TOOL_OPTIONS", String.join(" ", options));
        return Program.start(
                home,
                environment,
                List.of(
                        SCRIPT.toString(),
                        "--server.port=" + port,
                        "--management.server.port=" + RunningServer.freePort(),
                        "--serdab.issuer=" + issuer()));
    }

    private String issuer() {
        return "http://localhost:" + port;
    }
}
