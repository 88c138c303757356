package dev.serdab.demo.testing;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** An authorization server reduced to what an API sees of it: metadata, keys, and tokens. */
public final class FakeIssuer {

    private final int port;
    private final AtomicInteger timesAskedForKeys = new AtomicInteger();
    private volatile List<SigningKey> keys;
    private volatile Supplier<String> jwks = this::publicKeys;
    private volatile Supplier<String> metadata = () -> metadataOf(address());
    private @Nullable HttpServer server;

    private FakeIssuer(SigningKey... keys) {
        this.port = freePort();
        this.keys = List.of(keys);
    }

    public static FakeIssuer down(SigningKey... keys) {
        return new FakeIssuer(keys);
    }

    public static FakeIssuer up(SigningKey... keys) {
        var issuer = new FakeIssuer(keys);
        issuer.goUp();
        return issuer;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public void goUp() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        for (var name : List.of("openid-configuration", "oauth-authorization-server")) {
            server.createContext("/.well-known/" + name, exchange -> answer(exchange, metadata));
        }
        server.createContext(
                "/oauth2/jwks",
                exchange -> {
                    timesAskedForKeys.incrementAndGet();
                    answer(exchange, jwks);
                });
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    public void goDown() {
        server.stop(0);
    }

    /** From now on these keys are published, and the first one signs. */
    public void rotateTo(SigningKey... next) {
        keys = List.of(next);
    }

    public void publish(String instead) {
        jwks = () -> instead;
    }

    public void publishKeys() {
        jwks = this::publicKeys;
    }

    public void callItself(String otherName) {
        metadata = () -> metadataOf(otherName);
    }

    /** Takes calls and never answers them. */
    public void hang() {
        metadata =
                () -> {
                    LockSupport.park();
                    return "";
                };
    }

    public int timesAskedForKeys() {
        return timesAskedForKeys.get();
    }

    /** An access token for the demo, not yet signed. */
    public Token token() {
        return tokenBy(keys.getFirst());
    }

    public Token tokenBy(SigningKey key) {
        return new Token(address(), key);
    }

    private String publicKeys() {
        List<JWK> published = keys.stream().map(SigningKey::published).toList();
        return new JWKSet(published).toString();
    }

    private String metadataOf(String name) {
        return """
        {"issuer": "%s", "jwks_uri": "%s/oauth2/jwks"}\
        """
                .formatted(name, address());
    }

    private static void answer(HttpExchange exchange, Supplier<String> json) throws IOException {
        var bytes = json.get().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
