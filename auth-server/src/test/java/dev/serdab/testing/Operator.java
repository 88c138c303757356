package dev.serdab.testing;

import org.springframework.core.env.Environment;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whoever runs the server, at its management port. */
public final class Operator {

    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final Http http;

    private Operator(int managementPort) {
        port = managementPort;
        http = new Http("http://127.0.0.1:" + managementPort);
    }

    /** The operator of a server in this JVM. */
    public static Operator of(Environment server) {
        return new Operator(server.getRequiredProperty("local.management.port", Integer.class));
    }

    /** The port, spoken to directly. */
    public Http http() {
        return http;
    }

    /** The status of an answer to somebody who calls this machine by another name. */
    public int statusUnderName(String name, String method, String path, String body) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request =
                    """
                    %s %s HTTP/1.1
                    Host: %s
                    Content-Type: application/json
                    Content-Length: %d
                    Connection: close

                    %s\
                    """
                            .formatted(method, path, name, body.length(), body)
                            .replace("\n", "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends access, named by {@code account}, {@code client} or {@code session}. */
    public Answer revokes(Map<String, String> what) {
        return http.json("POST", "/actuator/revocation", JSON.writeValueAsString(what));
    }

    /** What happened, newest first; {@code query} such as {@code ?type=SIGN_IN}. */
    public List<JsonNode> auditEvents(String query) {
        return http
                .get("/actuator/auditevents" + query)
                .expect(200)
                .json()
                .path("events")
                .values()
                .stream()
                .toList();
    }

    /** The kinds of what happened, newest first. */
    public List<String> happened() {
        return auditEvents("").stream().map(event -> event.path("type").asString()).toList();
    }

    /** A figure from the metrics. */
    public double metric(String nameAndTags) {
        return http.get("/actuator/prometheus")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(nameAndTags + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(nameAndTags.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
