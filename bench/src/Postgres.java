import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL of its own for each server, with the defaults of its makers, so that its CPU time is
 * that server's alone. It is the one that Debian or another distribution installs, or else the one
 * that the tests have brought into the local Maven repository.
 */
final class Postgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Program program;
    private final int port;

    private Postgres(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    static Postgres start(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var bin = binaries(directory.getParent());
        var data = directory.resolve("data").toString();
        var initdb = bin.resolve("initdb").toString();
        var postgres = bin.resolve("postgres").toString();
        var user = List.of("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
        Program.run(
                directory,
                unprivileged(Stream.concat(Stream.of(initdb, "-D", data), user.stream())));
        int port = Program.freePort();
        var listen = List.of("-h", "127.0.0.1", "-p", String.valueOf(port), "-k", "");
        var program =
                Program.start(
                        directory,
                        Map.of(),
                        unprivileged(
                                Stream.concat(Stream.of(postgres, "-D", data), listen.stream())));
        program.awaitOutput("ready to accept connections", PATIENCE);
        return new Postgres(program, port);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    long pid() {
        return program.pid();
    }

    @Override
    public void close() {
        program.close();
    }

    /** PostgreSQL refuses to run as root: a user namespace makes it nobody. */
    private static List<String> unprivileged(Stream<String> command) {
        var all = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            all.addAll(List.of("unshare", "-U", "--"));
        }
        command.forEach(all::add);
        return all;
    }

    private static Path binaries(Path work) throws IOException, InterruptedException {
        var installed = Path.of("/usr/lib/postgresql");
        var places = new ArrayList<Path>();
        if (Files.isDirectory(installed)) {
            try (var versions = Files.list(installed)) {
                versions.map(version -> version.resolve("bin")).forEach(places::add);
            }
        }
        var found = Program.find("initdb", places);
        return found.isEmpty()
                ? fromMaven(work.resolve("postgresql"))
                : found.getFirst().toRealPath().getParent();
    }

    private static Path fromMaven(Path target) throws IOException, InterruptedException {
        if (!Files.isDirectory(target.resolve("bin"))) {
            var repository =
                    Path.of(
                            System.getProperty("user.home"),
                            ".m2/repository/io/zonky/test/postgres");
            try (var files = Files.walk(repository)) {
                var jar =
                        files.filter(file -> file.toString().matches(".*linux-[^/]*\\d\\.jar"))
                                .findFirst()
                                .orElseThrow(() -> new IOException("there is no PostgreSQL"));
                Program.run(target, List.of("unzip", "-oq", jar.toString()));
            }
            Program.run(target, List.of("sh", "-c", "tar xJf *.txz"));
        }
        return target.resolve("bin");
    }
}
