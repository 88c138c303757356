package dev.serdab.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.test.context.DynamicPropertyRegistry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** An app's own web pages, all of them alike, on a port of their own until the tests end. */
public final class WebApp {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <title>The app</title>
            <link rel="icon" href="data:,">
            <h1>The app</h1>
            """;

    private final HttpServer server;
    private final List<String> visits;
    private final AtomicReference<Post> posted;

    private WebApp(HttpServer server, List<String> visits, AtomicReference<Post> posted) {
        this.server = server;
        this.visits = visits;
        this.posted = posted;
    }

    /** A form that was sent to it, and the origin that it came from. */
    public record Post(String origin, Map<String, String> form) {}

    /** The last form that was sent to it. */
    public Post posted() {
        return posted.get();
    }

    /** Starts it. */
    public static WebApp started() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(address, 0);
            var visits = new CopyOnWriteArrayList<String>();
            var posted = new AtomicReference<Post>();
            server.createContext(
                    "/",
                    exchange -> {
                        try (exchange) {
                            visits.add(exchange.getRequestURI().toString());
                            if (exchange.getRequestMethod().equals("POST")) {
                                posted.set(read(exchange));
                            }
                            var body = PAGE.getBytes(UTF_8);
                            exchange.getResponseHeaders()
                                    .set("Content-Type", "text/html; charset=utf-8");
                            exchange.sendResponseHeaders(200, body.length);
                            exchange.getResponseBody().write(body);
                        }
                    });
            server.start();
            return new WebApp(server, visits, posted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was asked for so far, path and query. */
    public List<String> visits() {
        return List.copyOf(visits);
    }

    private static Post read(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        return new Post(exchange.getRequestHeaders().getFirst("Origin"), Answer.parameters(form));
    }

    /** Where its pages live. */
    public String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Where people come back to. */
    public String callback() {
        return origin() + "/callback";
    }

    /** Registers it with a server in this JVM. */
    public void register(DynamicPropertyRegistry settings) {
        for (var setting : registration()) {
            var parts = setting.split("=", 2);
            settings.add(parts[0], () -> parts[1]);
        }
    }

    /**
     * Registers it twice, {@code name=value}: as {@code notes}, which keeps a secret, and as {@code
     * notes-spa}, which does not.
     */
    public String[] registration() {
        return """
        serdab.bootstrap.clients[0].client-id=notes
        serdab.bootstrap.clients[0].client-name=Notes
        serdab.bootstrap.clients[0].client-secret=%2$s
        serdab.bootstrap.clients[0].redirect-uris=%1$s
        serdab.bootstrap.clients[0].grant-types=authorization_code, refresh_token
        serdab.bootstrap.clients[0].scope=openid profile email offline_access notes.read
        serdab.bootstrap.clients[1].client-id=notes-spa
        serdab.bootstrap.clients[1].client-name=Notes
        serdab.bootstrap.clients[1].token-endpoint-auth-method=none
        serdab.bootstrap.clients[1].redirect-uris=%1$s
        serdab.bootstrap.clients[1].scope=openid profile email
        """
                .formatted(callback(), App.secret("notes"))
                .split("\n");
    }

    /** It, as the server at this address knows it. */
    public App at(String issuer) {
        return new App(issuer, "notes", App.Method.BASIC, callback());
    }

    /** Its pages alone, without a secret. */
    public App singlePageAppAt(String issuer) {
        return new App(issuer, "notes-spa", App.Method.NONE, callback());
    }
}
