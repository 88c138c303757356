package dev.serdab.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A directory that start scripts take for a whole machine: its usual places for JDKs lie here,
 * instead of those of the machine that runs the test.
 */
public final class FakeMachine {

    private final Path root;

    /** What a command said and how it ended. */
    public record Run(int exitCode, String output, String errors) {}

    public FakeMachine(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /** A place on it. */
    public Path path(String place) {
        return root.resolve(place);
    }

    /** A copy of one of our scripts that looks for everything on this machine. */
    public void install(Path script, String place) throws IOException {
        executable(place, Files.readString(script).replaceAll("(?<= )/(?=\\w)", root + "/"));
    }

    /** A JDK that does nothing. */
    public Path jdk(String place, String version) throws IOException {
        return jdk(place, version, "");
    }

    /** A JDK whose {@code java} is this script. */
    public Path jdk(String place, String version, String java) throws IOException {
        executable(place + "/bin/java", java);
        executable(place + "/bin/javac", "");
        write(place + "/release", "IMPLEMENTOR=\"N.\"\nJAVA_VERSION=\"" + version + "\"\n");
        return path(place).toRealPath();
    }

    /** Makes this JDK's {@code java} the one that is found by name. */
    public void onThePath(Path jdk) throws IOException {
        var java = Files.createDirectories(path("bin")).resolve("java");
        Files.deleteIfExists(java);
        Files.createSymbolicLink(java, jdk.resolve("bin/java"));
    }

    public void executable(String file, String content) throws IOException {
        write(file, content);
        Files.setPosixFilePermissions(path(file), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    public void write(String file, String content) throws IOException {
        Files.createDirectories(path(file).getParent());
        Files.writeString(path(file), content);
    }

    /** Runs a command in the machine's root, with these variables and no others of ours. */
    public Run run(Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", root + "/bin:/usr/bin:/bin");
        builder.environment().put("HOME", root + "/home");
        builder.environment().putAll(variables);
        var errors = path("errors");
        var process = builder.redirectError(errors.toFile()).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output, Files.readString(errors));
    }
}
