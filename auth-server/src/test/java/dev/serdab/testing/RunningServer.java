package dev.serdab.testing;

import org.springframework.test.context.DynamicPropertyRegistry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.UUID;

/** An address and a data directory of its own for each server that tests start. */
public final class RunningServer {

    private RunningServer() {}

    /** A port that is free now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
