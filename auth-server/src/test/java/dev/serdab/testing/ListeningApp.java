package dev.serdab.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An app's server that is told things by form posts, and answers as the test wants. */
public final class ListeningApp {

    private final HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    private ListeningApp(HttpServer server) {
        this.server = server;
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        heard.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                        exchange.sendResponseHeaders(status, -1);
                    }
                });
        server.start();
    }

    /** Starts it on a free port. */
    public static ListeningApp started() {
        try {
            return new ListeningApp(
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public String at(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Forgets what it heard, and answers with this status from now on. */
    public void startAnew(int answer) {
        heard.clear();
        status = answer;
    }

    /** The values of a form field, of every post so far. */
    public List<String> heard(String field) {
        return heard.stream()
                .flatMap(body -> List.of(body.split("&")).stream())
                .filter(pair -> pair.startsWith(field + "="))
                .map(pair -> URLDecoder.decode(pair.substring(field.length() + 1), UTF_8))
                .toList();
    }
}
