package dev.serdab.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A packaged jar, started as an operator does, with the Java that runs the tests. */
public enum Jar {
    SERVER("tests.jar"),
    DEMO_API("tests.demo-jar");

    /** Quick to start and small; nothing of what the tests promise depends on it. */
    private static final List<String> JVM =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

    private final String property;

    Jar(String property) {
        this.property = property;
    }

    /** Starts it in a directory. */
    public Program start(Path directory, Map<String, String> environment, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-jar");
        command.add(file().toString());
        command.addAll(arguments);
        return Program.start(directory, environment, command);
    }

    private Path file() {
        var name = System.getProperty(property);
        if (name == null || !Files.isRegularFile(Path.of(name))) {
            throw new IllegalStateException(
                    "There is no %s: run ./mvnw verify, which builds it first".formatted(name));
        }
        return Path.of(name).toAbsolutePath().normalize();
    }
}
