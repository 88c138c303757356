package dev.serdab.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program that a test has started, and all it printed. None outlives the tests.
 *
 * <p>It inherits our environment, but for what would be a setting of the server.
 */
public final class Program {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final List<String> command;
    private final Process process;

    // Written by one thread and read by another.
    @SuppressWarnings("JdkObsolete")
    private final StringBuffer output = new StringBuffer();

    private final Thread reader;

    private Program(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts a program in a directory, which is made when it is missing. */
    public static Program start(
            Path directory, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(directory);
            var builder = new ProcessBuilder(command);
            builder.directory(directory.toFile()).redirectErrorStream(true);
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.matches("(SERDAB|SPRING|SERVER|MANAGEMENT|DEMO)_.*"));
            builder.environment().putAll(environment);
            var process = builder.start();
            RUNNING.add(process);
            process.getOutputStream().close();
            return new Program(command, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All it printed so far, to standard output and standard error. */
    public String output() {
        return output.toString();
    }

    public long pid() {
        return process.pid();
    }

    /**
     * Waits until it has printed a text that matches; fails when it ends before, or is too slow.
     */
    public void awaitOutput(String regex, Duration patience) {
        var wanted = Pattern.compile(regex, Pattern.DOTALL);
        var deadline = System.nanoTime() + patience.toNanos();
        while (!wanted.matcher(output).find()) {
            if (!process.isAlive() && !reader.isAlive() && !wanted.matcher(output).find()) {
                fail("%s ended with %d and printed:\n%s", this, process.exitValue(), output);
            }
            if (System.nanoTime() > deadline) {
                fail("%s printed in %s no \"%s\" but:\n%s", this, patience, regex, output);
            }
            pause();
        }
    }

    /** Waits for its end and returns the exit code; fails, and ends it, when it takes longer. */
    public int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                fail("%s still ran after %s and had printed:\n%s", this, patience, output);
            }
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        RUNNING.remove(process);
        return process.exitValue();
    }

    /** Asks it to end and waits for that. */
    public void stop() {
        process.destroy();
        awaitExit(Duration.ofSeconds(30));
    }

    /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        RUNNING.remove(process);
    }

    @Override
    public String toString() {
        return String.join(" ", command);
    }

    private void read() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var part = new char[4096];
            for (int length; (length = lines.read(part)) >= 0; ) {
                output.append(part, 0, length);
            }
        } catch (IOException e) {
            // A killed program's last words are lost.
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
