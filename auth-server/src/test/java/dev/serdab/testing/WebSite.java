package dev.serdab.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody's web site, with whatever a test puts there. The server calls it only where {@code
 * serdab.outbound.allowed-hosts} has {@code localhost}.
 */
public final class WebSite {

    private final HttpServer server;
    private final Map<String, Document> documents = new ConcurrentHashMap<>();
    private final List<String> visits = new CopyOnWriteArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // put there and sent, never compared
    private record Document(String type, Map<String, String> headers, byte[] body) {}

    private WebSite(HttpServer server) {
        this.server = server;
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var path = exchange.getRequestURI().getPath();
                        visits.add(path);
                        var found = documents.get(path);
                        if (found == null) {
                            exchange.sendResponseHeaders(404, -1);
                            return;
                        }
                        exchange.getResponseHeaders().set("Content-Type", found.type());
                        found.headers().forEach(exchange.getResponseHeaders()::set);
                        exchange.sendResponseHeaders(200, found.body().length);
                        exchange.getResponseBody().write(found.body());
                    }
                });
        server.start();
    }

    /** Starts it on a free port. */
    public static WebSite started() {
        try {
            return new WebSite(
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address there. */
    public String at(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Puts JSON there. */
    public void shows(String path, String json) {
        shows(path, "application/json", json.getBytes(UTF_8));
    }

    /** Puts something there. */
    public void shows(String path, String type, byte[] body) {
        documents.put(path, new Document(type, Map.of(), body));
    }

    /** Puts JSON there that may be kept for so long. */
    public void shows(String path, String json, String cacheControl) {
        documents.put(
                path,
                new Document(
                        "application/json",
                        Map.of("Cache-Control", cacheControl),
                        json.getBytes(UTF_8)));
    }

    /** Takes everything away. */
    public void startAnew() {
        documents.clear();
        visits.clear();
    }

    /** How often somebody came for this. */
    public long visits(String path) {
        return visits.stream().filter(path::equals).count();
    }
}
