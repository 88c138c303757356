package dev.serdab.testing;

import org.springframework.core.env.Environment;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Whoever runs the server: reaches its management port, and reads its data directory. */
public final class Operator {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String KEYS = "/actuator/signingkeys";

    private final Http stranger;
    private final Http http;

    private Operator(int managementPort, Path dataDirectory) {
        this.stranger = new Http("http://127.0.0.1:" + managementPort);
        try {
            var token = Files.readString(dataDirectory.resolve("operator.token")).strip();
            this.http = stranger.bearer(token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operator of a server in this JVM. */
    public static Operator of(Environment server) {
        return new Operator(
                server.getRequiredProperty("local.management.port", Integer.class),
                Path.of(server.getRequiredProperty("serdab.data-directory")));
    }

    /** The same port without the token. */
    public Http stranger() {
        return stranger;
    }

    /** The port with the token. */
    public Http http() {
        return http;
    }

    /** All keys, the newest of an algorithm first. */
    public List<JsonNode> keys() {
        var answer = http.get(KEYS).expect(200);
        return StreamSupport.stream(answer.json().path("keys").spliterator(), false).toList();
    }

    /** The names of those in this state. */
    public List<String> keys(String algorithm, String state) {
        return keys().stream()
                .filter(key -> key.path("algorithm").asString().equals(algorithm))
                .filter(key -> key.path("state").asString().equals(state))
                .map(key -> key.path("kid").asString())
                .toList();
    }

    /** The name of the one that signs. */
    public String active(String algorithm) {
        var active = keys(algorithm, "active");
        if (active.size() != 1) {
            throw new AssertionError("%s keys sign: %s".formatted(algorithm, active));
        }
        return active.getFirst();
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
        return stranger.get("/actuator/prometheus")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(nameAndTags + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(nameAndTags.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Sends a command to the keys. */
    public Answer commands(String command, Map<String, ?> what) {
        return http.json("POST", KEYS + "/" + command, JSON.writeValueAsString(what));
    }
}
