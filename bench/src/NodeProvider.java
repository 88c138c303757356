import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The npm package oidc-provider, which keeps everything in memory: peers/node-oidc-provider. */
final class NodeProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Target.Login FORM = new Target.Login("login", "password");

    private NodeProvider() {}

    static Server started(Path peers, Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        for (var file : List.of("package.json", "server.mjs")) {
            Files.copy(
                    peers.resolve("node-oidc-provider").resolve(file),
                    directory.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(directory.resolve("node_modules"))) {
            Program.run(directory, List.of("npm", "install", "--no-audit", "--no-fund"));
        }
        int port = Program.freePort();
        var issuer = "http://127.0.0.1:" + port;
        var program =
                Program.start(
                        directory,
                        Map.of(
                                "NODE_ENV", "production",
                                "ISSUER", issuer,
                                "CLIENT", Target.CLIENT,
                                "SECRET", Target.SECRET,
                                "REDIRECT", Target.REDIRECT),
                        List.of("node", "server.mjs"));
        program.awaitOutput("listening", PATIENCE);
        var target =
                new Target(
                        "node-oidc-provider",
                        URI.create(issuer + "/.well-known/openid-configuration"),
                        // Only a token for a resource is a JWT there.
                        Map.of("resource", "urn:bench"),
                        FORM,
                        List.of(program.pid()),
                        List.of());
        return new Server(target, List.of(program::close));
    }
}
