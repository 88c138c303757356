package dev.serdab.testing;

import org.springframework.test.context.DynamicPropertyRegistry;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** An address and a data directory of its own for each server that tests start. */
public final class RunningServer {

    private RunningServer() {}

    /**
     * A port that is free now, below those that systems hand out to clients: it stays free while a
     * server is started again.
     */
    public static int freePort() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var _ = new ServerSocket(port)) {
                return port;
            } catch (IOException e) {
                // Somebody listens there.
            }
        }
        throw new IllegalStateException("No port is free");
    }

    /** A directory below {@code target} that nobody used before. */
    public static Path freshDirectory() {
        return Path.of("target", "data", UUID.randomUUID().toString()).toAbsolutePath();
    }

    static void properties(DynamicPropertyRegistry settings) {
        int port = freePort();
        var directory = freshDirectory();
        settings.add("server.port", () -> port);
        settings.add("serdab.issuer", () -> "http://localhost:" + port);
        settings.add("serdab.data-directory", directory::toString);
        settings.add("management.server.port", () -> 0);
    }
}
