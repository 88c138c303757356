package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Program;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code bench/run}: that it runs, and that no request fails in it; never how quick it is. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "bench reads CPU times from /proc")
class BenchIT {

    private static final Path BENCH = Path.of("..", "bench", "run").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final List<String> BRIEFLY =
            List.of(
                    "--seconds", "0.5",
                    "--repetitions", "1",
                    "--warmup", "0",
                    "--connections", "2",
                    "--stock", "20");

    @Test
    void everyWorkloadRuns() {
        var workloads =
                "client_credentials,stateless,introspect,userinfo,jwks,discovery,refresh,code,login,revoke,"
                        + "get:/sign-in";
        var output = bench("compare", "--targets", "serdab-h2", "--workloads", workloads);
        assertThat(output).contains(workloads.split(",")).doesNotContain("failed", "first error");
    }

    @Test
    void grantsAreMadeAndCompared() {
        var output =
                bench(
                        "growth",
                        "--database",
                        "h2",
                        "--small",
                        "10",
                        "--large",
                        "100",
                        "--workloads",
                        "introspect,refresh");
        assertThat(output)
                .contains("10 grants", "100 grants", "live grants cost")
                .doesNotContain("first error");
    }

    private static String bench(String... command) {
        var directory = RunningServer.freshDirectory();
        var all = new ArrayList<String>();
        all.add(BENCH.toString());
        all.addAll(List.of(command));
        all.addAll(List.of("--work", directory.toString()));
        all.addAll(BRIEFLY);
        var environment =
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "SERDAB_JAR", System.getProperty("tests.jar"),
                        "SERDAB_CACHE",
                                Path.of("target", "bench-cache").toAbsolutePath().toString());
        var run = Program.start(directory, environment, all);
        run.awaitExit(PATIENCE);
        return run.output();
    }
}
