import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that the benchmark has started; it ends with the benchmark. */
final class Program implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts it in a directory; what it prints goes to the file {@code log} there. */
    static Program start(Path directory, Map<String, String> environment, List<String> command)
            throws IOException {
        Files.createDirectories(directory);
        var log = directory.resolve("log");
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new Program(builder.start(), log);
    }

    /** Runs it to its end, which must be a good one. */
    static void run(Path directory, List<String> command) throws IOException, InterruptedException {
        try (var program = start(directory, Map.of(), command)) {
            if (program.process.waitFor() != 0) {
                throw program.failed(String.join(" ", command) + " failed");
            }
        }
    }

    /** Where a command is, if it can be found: on the PATH or in one of these directories. */
    static List<Path> find(String command, List<Path> directories) {
        var places = new ArrayList<Path>();
        for (var directory : System.getenv("PATH").split(":")) {
            places.add(Path.of(directory));
        }
        places.addAll(directories);
        return places.stream()
                .map(place -> place.resolve(command))
                .filter(Files::isExecutable)
                .toList();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    long pid() {
        return process.pid();
    }

    void awaitOutput(String text, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!Files.readString(log).contains(text)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw failed("no \"" + text + "\"");
            }
            Thread.sleep(100);
        }
    }

    private IOException failed(String what) throws IOException {
        var printed = Files.readString(log);
        int start = Math.max(0, printed.length() - 2000);
        return new IOException(what + "; it printed:\n" + printed.substring(start));
    }

    /** Asks it to end and waits. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
