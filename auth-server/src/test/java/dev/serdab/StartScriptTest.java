package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.FakeMachine;
import dev.serdab.testing.FakeMachine.Run;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code bin/serdab} decides; StartScriptIT starts a real server with it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/serdab is a shell script")
class StartScriptTest {

    /** Takes a jar apart, trains and runs as Java would; it runs by printing how it was called. */
    private static final String JAVA =
            """
            #!/bin/sh
            for option in "$@"; do
              case "$option" in
              -XX:AOTCacheOutput=*) output="${option#*=}" ;;
              -Djarmode=tools) tools=yes ;;
              esac
              last="$option"
            done
            if [ -n "$tools" ]; then
              mkdir -p "$last/lib"
              echo extracted >"$last/auth-server.jar"
            elif [ "$last" = -version ]; then
              [ ! -f "$(dirname "$0")/../cannot-use-it" ]
            elif [ -n "$output" ]; then
              echo trained >>"$HOME/../../../../trainings"
              [ ! -f "$HOME/../../../../no-training" ] || exit 1
              echo cache >"$output"
              echo "Serdab is ready"
            else
              for option in "$@"; do printf '<%s>' "$option"; done
              env | grep ^SERDAB || :
              pwd
            fi
            """;

    private FakeMachine machine;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void anInstalledServer(@TempDir Path root) throws IOException {
        machine = new FakeMachine(root);
        machine.install(Path.of("../bin/serdab"), "serdab/bin/serdab");
        machine.write("serdab/auth-server.jar", "version 1");
        machine.jdk("usr/lib/jvm/java-25", "25.0.3", JAVA);
        machine.onThePath(machine.jdk("usr/lib/jvm/java-17", "17.0.15"));
    }

    @Test
    void theFirstStartPreparesTheOthers() throws Exception {
        var first = start();
        assertThat(first.errors()).contains("preparing quicker starts").hasLineCount(1);
        assertThat(first.output()).contains("<-XX:AOTCache=" + machine.path("serdab") + "/");

        var second = start();
        assertThat(second).isEqualTo(new Run(0, first.output(), ""));
        assertThat(trainings()).isEqualTo(1);
    }

    @Test
    void anotherJarAnotherCache() throws Exception {
        start();
        machine.write("serdab/auth-server.jar", "version 2");
        assertThat(start().errors()).contains("preparing");
        assertThat(trainings()).isEqualTo(2);
        try (var caches = Files.list(machine.path("serdab/auth-server.cache"))) {
            assertThat(caches).as("the old one is gone").hasSize(1);
        }
    }

    @Test
    void nothingElseIsDeletedWhereTheCacheLies() throws Exception {
        variables.put("SERDAB_CACHE", machine.path("home").toString());
        machine.write("home/letters/auth-server.jar", "mine");
        machine.write("home/2026-11/letter", "mine");
        start();
        machine.write("serdab/auth-server.jar", "version 2");
        start();
        assertThat(machine.path("home/letters/auth-server.jar")).exists();
        assertThat(machine.path("home/2026-11/letter")).exists();
    }

    @Test
    void anotherJavaOrOtherFlagsAnotherCache() throws Exception {
        start();
        variables.put("JAVA_OPTS", "-Xmx1g");
        assertThat(start().errors()).contains("preparing");
        machine.write("usr/lib/jvm/java-25/release", "JAVA_VERSION=\"25.0.4\"\n");
        assertThat(start().errors()).contains("preparing");
    }

    @Test
    void settingsAndOptionsArrive() throws Exception {
        variables.put("JAVA_OPTS", "-Xmx1g -Done=1");
        variables.put("SERDAB_ISSUER", "https://id.example.com");
        var output = start("--serdab.account-api.site-name=Two words").output();
        assertThat(output).contains("<-Xmx1g><-Done=1><-jar>");
        assertThat(output).contains("<--serdab.account-api.site-name=Two words>");
        assertThat(output).contains("SERDAB_ISSUER=https://id.example.com");
    }

    @Test
    void whatIsForTheScriptIsNoSettingOfTheServer() throws Exception {
        variables.put("SERDAB_CACHE", machine.path("elsewhere").toString());
        variables.put("SERDAB_JAR", machine.path("serdab/auth-server.jar").toString());
        var output = start().output();
        assertThat(output).contains("<-XX:AOTCache=" + machine.path("elsewhere"));
        assertThat(output).doesNotContain("SERDAB_CACHE", "SERDAB_JAR");
    }

    @Test
    void withoutACacheItStartsTheJarItself() throws Exception {
        variables.put("SERDAB_CACHE", "off");
        var run = start();
        assertThat(run.errors()).isEmpty();
        assertThat(run.output())
                .contains("<-jar><" + machine.path("serdab/auth-server.jar") + ">")
                .doesNotContain("AOTCache");
    }

    @Test
    void whereNobodyMayWriteTheCacheIsKeptAtHome() throws Exception {
        machine.write("serdab/auth-server.cache", "no directory can be made here");
        assertThat(start().output())
                .contains("<-XX:AOTCache=" + machine.path("home/.cache/serdab"));
    }

    @Test
    void aCacheThatIsThereIsUsedByWhoeverMayReadIt() throws Exception {
        start("train");
        variables.put("HOME", machine.path("another").toString());
        assertThat(start()).satisfies(run -> assertThat(run.errors()).isEmpty());
        assertThat(trainings()).isEqualTo(1);
    }

    @Test
    void trainingThatFailsIsToldOnceAndHindersNothing() throws Exception {
        machine.write("no-training", "");
        var first = start();
        assertThat(first.exitCode()).isZero();
        assertThat(first.errors()).contains("Java made no cache").hasLineCount(2);
        assertThat(first.output()).contains("<-jar>").doesNotContain("AOTCache");
        assertThat(start().errors()).isEmpty();
        assertThat(trainings()).isEqualTo(1);
    }

    @Test
    void aCacheThatJavaCannotUseIsNotUsed() throws Exception {
        machine.write("usr/lib/jvm/java-25/cannot-use-it", "");
        var run = start();
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("<-jar>").doesNotContain("AOTCache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-Xmx1g"})
    void anotherHeapTakesThePlaceOfOurs(String option) throws Exception {
        assertThat(start().output()).contains("<-XX:+UseSerialGC>", "<-Xmx192m>");
        variables.put("JAVA_OPTS", option);
        assertThat(start().output())
                .contains("<" + option + ">")
                .doesNotContain("<-XX:+UseSerialGC>", "<-Xmx192m>");
    }

    @Test
    void trainingStartsNoServer() throws Exception {
        assertThat(start("train").output()).isEmpty();
        assertThat(trainings()).isEqualTo(1);
    }

    @Test
    void aCloneRunsInItsRootLikeMaven() throws Exception {
        machine.write("serdab/auth-server/target/auth-server.jar", "built");
        Files.delete(machine.path("serdab/auth-server.jar"));
        assertThat(start().output()).endsWith(machine.path("serdab") + "\n");
    }

    @Test
    void anInstalledOneRunsWhereItWasCalled() throws Exception {
        assertThat(start().output()).endsWith(machine.path("") + "\n");
    }

    @Test
    void oneSentenceSaysWhatIsMissing() throws Exception {
        Files.delete(machine.path("serdab/auth-server.jar"));
        var withoutJar = start();
        assertThat(withoutJar.exitCode()).isEqualTo(1);
        assertThat(withoutJar.errors()).contains("auth-server.jar", "mvnw").hasLineCount(1);

        machine.jdk("usr/lib/jvm/java-25", "24.0.1");
        var withoutJava = start();
        assertThat(withoutJava.exitCode()).isEqualTo(1);
        assertThat(withoutJava.errors()).contains("no Java 25", "JAVA_HOME").hasLineCount(1);
    }

    private Run start(String... arguments) throws Exception {
        return machine.run(
                variables,
                Stream.concat(Stream.of("sh", "serdab/bin/serdab"), Stream.of(arguments)).toList());
    }

    private int trainings() throws IOException {
        var file = machine.path("trainings");
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }
}
