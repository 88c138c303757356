package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.FakeMachine;
import dev.serdab.testing.FakeMachine.Run;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What we added to Maven's wrapper: the search for a JDK, and mvn on the PATH as a fallback. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvnw is a shell script")
class MvnwTest {

    private static final String DISTRIBUTION = "http://localhost:9/apache-maven-1-bin.zip";

    private FakeMachine machine;

    @BeforeEach
    void anOldJavaOnThePath(@TempDir Path root) throws IOException {
        machine = new FakeMachine(root);
        machine.install(Path.of("../mvnw"), "project/mvnw");
        machine.write(
                "project/.mvn/wrapper/maven-wrapper.properties",
                "distributionUrl=" + DISTRIBUTION + "\n");
        machine.executable(
                "home/.m2/wrapper/dists/apache-maven-1/%x/bin/mvn"
                        .formatted(DISTRIBUTION.hashCode()),
                "#!/bin/sh\necho \"$JAVA_HOME\"\n");
        machine.onThePath(jdk("usr/lib/jvm/java-17", "17.0.15"));
    }

    @Test
    void aRecentJavaHomeIsKept() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        var mine = jdk("mine", "28");
        assertThat(mvnw(mine)).isEqualTo(new Run(0, mine + "\n", ""));
    }

    @Test
    void anOldJavaHomeIsReplacedAndItsOwnerTold() throws Exception {
        var found = jdk("usr/lib/jvm/java-25", "25.0.3");
        var mine = jdk("mine", "21.0.4");
        var run = mvnw(mine);
        assertThat(run.output()).isEqualTo(found + "\n");
        assertThat(run.errors()).contains(mine.toString(), found.toString()).hasLineCount(1);
    }

    @Test
    void aRecentJavaOnThePathIsTaken() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        var preferred = jdk("preferred", "27.0.1");
        machine.onThePath(preferred);
        assertThat(mvnw(null)).isEqualTo(new Run(0, preferred + "\n", ""));
    }

    @Test
    void otherwiseTheOldestThatWillDoInItsNewestPatch() throws Exception {
        jdk("usr/lib/jvm/java-24", "24.0.2");
        jdk("opt/jdk.99.99", "25");
        jdk("opt/java/25.0.2", "25.0.2");
        var newest = jdk("home/.jdks/with a space", "25.0.10");
        jdk("home/.sdkman/candidates/java/26", "26.0.1");
        assertThat(mvnw(null)).isEqualTo(new Run(0, newest + "\n", ""));
    }

    @Test
    void anEarlyAccessVersionIsAVersionToo() throws Exception {
        var early = jdk("Library/Java/JavaVirtualMachines/early.jdk/Contents/Home", "26-ea");
        assertThat(mvnw(null)).isEqualTo(new Run(0, early + "\n", ""));
    }

    @Test
    void withoutAJdkOneSentenceSaysWhatToInstall() throws Exception {
        var runtimeOnly = jdk("usr/lib/jvm/jre-25", "25.0.3");
        Files.delete(runtimeOnly.resolve("bin/javac"));
        var run = mvnw(null);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("no JDK 25", "install").hasLineCount(1);
    }

    @Test
    void withoutNetworkMavenOnThePathDoesTheWork() throws Exception {
        var jdk = jdk("usr/lib/jvm/java-25", "25.0.3");
        nothingDownloaded("3.9.9");
        var run = mvnw(null);
        assertThat(run.output()).isEqualTo("on the path: " + jdk + "\n");
        assertThat(run.errors()).contains("cannot download").hasLineCount(1);
    }

    @Test
    void anOldMavenOnThePathIsRefused() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        nothingDownloaded("3.6.3");
        var run = mvnw(null);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("3.6.3", "3.8 or later").hasLineCount(1);
    }

    private Run mvnw(@Nullable Path javaHome) throws Exception {
        return machine.run(
                javaHome == null ? Map.of() : Map.of("JAVA_HOME", javaHome.toString()),
                List.of("sh", "project/mvnw", "verify"));
    }

    private Path jdk(String place, String version) throws IOException {
        return machine.jdk(place, version);
    }

    private void nothingDownloaded(String versionOnThePath) throws IOException {
        Files.move(machine.path("home/.m2"), machine.path("elsewhere"));
        machine.executable("bin/wget", "#!/bin/sh\nexit 4\n");
        machine.executable(
                "bin/mvn",
                """
                #!/bin/sh
                case "$1" in
                --version) echo "Apache Maven %s (abc)" ;;
                *) echo "on the path: $JAVA_HOME" ;;
                esac
                """
                        .formatted(versionOnThePath));
    }
}
