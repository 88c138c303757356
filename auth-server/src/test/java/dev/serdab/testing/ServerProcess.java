package dev.serdab.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The packaged server in a process, a directory and on ports of its own. It can be killed, and
 * started again where it stood.
 */
public final class ServerProcess implements AutoCloseable {

    /** How soon a server that was told something wrong has to say so. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The block is printed when the server takes requests; its last line names the data. */
    private static final String READY = "Serdab is ready\\..*\\n  Data  [^\\n]*\\n";

    private static final Pattern SETUP_LINK =
            Pattern.compile("Administrator +(\\S+/setup\\?token=\\S+)");

    private final Path directory;
    private final int port;
    private final int managementPort;
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment;
    private final String issuer;
    private Program program;

    private ServerProcess(Path directory, Map<String, String> environment, String... settings) {
        this.directory = directory;
        this.environment = environment;
        this.port = RunningServer.freePort();
        this.managementPort = RunningServer.freePort();
        arguments.add("--server.port=" + port);
        arguments.add("--management.server.port=" + managementPort);
        arguments.add("--serdab.issuer=http://localhost:" + port);
        // Of two, Spring would take both as a list.
        List.of(settings).forEach(this::set);
        issuer =
                arguments.stream()
                        .filter(argument -> argument.startsWith("--serdab.issuer="))
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst(".*?=", "");
        program = Jar.SERVER.start(directory, environment, arguments);
    }

    /** Starts a server with these settings ({@code name=value}) and waits until it is ready. */
    public static ServerProcess started(String... settings) {
        return startedIn(RunningServer.freshDirectory(), settings);
    }

    /** The same in a certain directory. */
    public static ServerProcess startedIn(Path directory, String... settings) {
        return starting(directory, Map.of(), settings).awaitReady();
    }

    /** Starts a server and does not wait. */
    public static ServerProcess starting(
            Path directory, Map<String, String> environment, String... settings) {
        return new ServerProcess(directory, environment, settings);
    }

    /** Waits until it takes requests. */
    public ServerProcess awaitReady() {
        program.awaitOutput(READY, PATIENCE);
        return this;
    }

    /** Fails unless it stops soon, not as if all were well; returns what it printed. */
    public String refusesToStart() {
        return refusesToStart(SOON);
    }

    /** The same with more patience, for what shows only at the end of a start. */
    public String refusesToStart(Duration patience) {
        assertThat(program.awaitExit(patience)).as("exit code; %s", output()).isNotZero();
        return output();
    }

    /** Starts it again in its directory, on its port, after it was killed or stopped. */
    public void startAgain() {
        program = Jar.SERVER.start(directory, environment, arguments);
        awaitReady();
    }

    /** Stops it as operators do, and starts it again. */
    public void restart() {
        stop();
        startAgain();
    }

    /** Ends it in the middle of whatever it does. */
    public void killHard() {
        program.kill();
    }

    /** Stops it as operators do. */
    public void stop() {
        program.stop();
    }

    /** The address it is known by. */
    public String issuer() {
        return issuer;
    }

    /** Its port on this machine. */
    public int port() {
        return port;
    }

    /** Its operators' port on this machine. */
    public int managementPort() {
        return managementPort;
    }

    /** The process's number. */
    public long pid() {
        return program.pid();
    }

    /** Where it was started. */
    public Path directory() {
        return directory;
    }

    /** What it printed since it was last started. */
    public String output() {
        return program.output();
    }

    /** What it printed after this name in its block. */
    public Optional<String> line(String name) {
        return output().lines()
                .filter(line -> line.startsWith("  " + name + " "))
                .map(line -> line.substring(name.length() + 2).strip())
                .findFirst();
    }

    /** The link that makes the first administrator, if it printed one. */
    public Optional<String> setupLink() {
        return SETUP_LINK.matcher(output()).results().map(found -> found.group(1)).findFirst();
    }

    /** An app that talks to it. */
    public Http http() {
        return new Http("http://localhost:" + port);
    }

    /** Ends it without ceremony: nobody needs its data any more. */
    @Override
    public void close() {
        program.kill();
    }

    private void set(String setting) {
        var name = "--" + setting.replaceFirst("=.*", "") + "=";
        arguments.removeIf(argument -> argument.startsWith(name));
        arguments.add("--" + setting);
    }
}
