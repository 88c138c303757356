import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Our server, started as operators do: {@code bin/serdab} with the packaged jar, production
 * settings but for the address.
 */
final class Serdab {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Target.Login FORM = new Target.Login("email", "password");

    private final Path script;
    private final Path directory;
    private final Postgres postgres;
    private final List<String> settings = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private int port;

    /**
     * Prepares one.
     *
     * @param root of the project
     * @param directory where it keeps its data
     * @param postgres its database; {@code null} for the H2 file
     * @param withStatelessClient whether the client for the workload {@code stateless} is made
     */
    Serdab(Path root, Path directory, Postgres postgres, boolean withStatelessClient)
            throws IOException {
        this.script = root.resolve("bin/serdab");
        this.directory = directory;
        this.postgres = postgres;
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(
                directory.resolve("config/application.yaml"), configuration(withStatelessClient));
    }

    /** One more setting, {@code name=value}, or variable, {@code NAME=value}. */
    Serdab with(String setting) {
        if (Character.isUpperCase(setting.charAt(0))) {
            int equals = setting.indexOf('=');
            environment.put(setting.substring(0, equals), setting.substring(equals + 1));
        } else {
            settings.add("--" + setting);
        }
        return this;
    }

    String databaseUrl() {
        return postgres == null
                ? "jdbc:h2:file:"
                        + directory.resolve("data/serdab")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                : postgres.url();
    }

    String databaseUser() {
        return postgres == null ? "sa" : "postgres";
    }

    Program start() throws IOException, InterruptedException {
        port = Program.freePort();
        var command = new ArrayList<String>();
        command.add(script.toString());
        command.add("--server.port=" + port);
        command.add("--management.server.port=" + Program.freePort());
        command.add("--serdab.issuer=http://127.0.0.1:" + port);
        if (postgres != null) {
            command.add("--spring.datasource.url=" + postgres.url());
            command.add("--spring.datasource.username=" + databaseUser());
        }
        command.addAll(settings);
        var program = Program.start(directory, environment, command);
        program.awaitOutput("Serdab is ready", PATIENCE);
        return program;
    }

    Server started(String name) throws IOException, InterruptedException {
        var program = start();
        var target =
                new Target(
                        name,
                        URI.create(
                                "http://127.0.0.1:%d/.well-known/openid-configuration"
                                        .formatted(port)),
                        Map.of(),
                        FORM,
                        List.of(program.pid()),
                        postgres == null ? List.of() : List.of(postgres.pid()));
        return new Server(
                target,
                postgres == null
                        ? List.of(program::close)
                        : List.of(postgres::close, program::close));
    }

    private static String configuration(boolean withStatelessClient) {
        var clients =
                client(Target.CLIENT, "authorization_code, refresh_token, client_credentials", "");
        if (withStatelessClient) {
            clients +=
                    client(
                            Target.STATELESS_CLIENT,
                            "client_credentials",
                            "        stateless-tokens: true\n");
        }
        return """
        serdab:
          limits: {sign-in: 1000000/1h, sign-in-per-address: 1000000/1h}
          bootstrap:
            accounts:
              - {email: "%s", name: Bench, password: "%s"}
            clients:
        %s\
        """
                .formatted(Target.PERSON, Target.PASSWORD, clients);
    }

    private static String client(String id, String grantTypes, String more) {
        return """
              - client-id: %s
                client-secret: %s
                redirect-uris: [%s]
                grant-types: [%s]
                scope: openid profile email offline_access notes.read
                require-consent: false
        %s\
        """
                .formatted(
                        id,
                        Target.SECRET,
                        grantTypes.contains("code") ? Target.REDIRECT : "",
                        grantTypes,
                        more);
    }
}
