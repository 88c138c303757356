import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keycloak's distribution from the Maven repository, on PostgreSQL: peers/keycloak. */
final class Keycloak {

    private static final String VERSION = "26.7.3";
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Target.Login FORM = new Target.Login("username", "password");

    private Keycloak() {}

    static Server started(Path root, Path directory) throws IOException, InterruptedException {
        var home = directory.resolve("keycloak-" + VERSION);
        if (!Files.isDirectory(home)) {
            download(root, directory);
        }
        var realm = Files.readString(root.resolve("bench/peers/keycloak/realm.json"));
        var file = home.resolve("data/import/bench-realm.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                realm.replace("${secret}", Target.SECRET)
                        .replace("${client}", Target.CLIENT)
                        .replace("${redirect}", Target.REDIRECT)
                        .replace("${person}", Target.PERSON)
                        .replace("${password}", Target.PASSWORD));
        var postgres = Postgres.start(directory.resolve("postgres-" + System.nanoTime()));
        int port = Program.freePort();
        var program = Program.start(directory, environment(postgres), command(home, port));
        program.awaitOutput("started in", PATIENCE);
        var target =
                new Target(
                        "keycloak",
                        URI.create(
                                "http://127.0.0.1:%d/realms/bench/.well-known/openid-configuration"
                                        .formatted(port)),
                        Map.of(),
                        FORM,
                        List.of(program.pid()),
                        List.of(postgres.pid()));
        return new Server(target, List.of(postgres::close, program::close));
    }

    private static Map<String, String> environment(Postgres postgres) {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "KC_DB", "postgres",
                "KC_DB_URL", postgres.url(),
                "KC_DB_USERNAME", "postgres",
                "KC_DB_PASSWORD", "none",
                "JAVA_OPTS_KC_HEAP", "-Xms256m -Xmx1g");
    }

    private static List<String> command(Path home, int port) {
        return List.of(
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://127.0.0.1:" + port,
                "--cache=local",
                "--import-realm");
    }

    private static void download(Path root, Path directory)
            throws IOException, InterruptedException {
        Program.run(
                directory,
                List.of(
                        root.resolve("mvnw").toString(),
                        "-q",
                        "-f",
                        root.resolve("pom.xml").toString(),
                        "-N",
                        "dependency:copy",
                        "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip",
                        "-DoutputDirectory=" + directory));
        Program.run(
                directory, List.of("unzip", "-oq", "keycloak-quarkus-dist-" + VERSION + ".zip"));
    }
}
