package dev.serdab.playground;

import dev.serdab.protocol.QueryString;
import dev.serdab.settings.InDevelopment;
import dev.serdab.settings.ServerSettings;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls this server as an app does: over HTTP, at the issuer's address. */
@Component
@InDevelopment
class AppCalls {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final ServerSettings settings;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST).build();

    AppCalls(ServerSettings settings) {
        this.settings = settings;
    }

    /** What {@link #post} would send. */
    String curl(Player player, String path, Map<String, String> form) {
        var curl = new StringBuilder("curl " + settings.at(path));
        player.secret()
                .ifPresent(secret -> curl.append(" \\\n  -u " + player.clientId() + ":" + secret));
        sent(player, form)
                .forEach((name, value) -> curl.append(" \\\n  -d " + name + "=" + quoted(value)));
        return curl.toString();
    }

    /** Posts a form, showing which app it is. */
    Exchange post(Player player, String path, Map<String, String> form) {
        var body = QueryString.append("", sent(player, form)).substring(1);
        var request =
                HttpRequest.newBuilder(settings.at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body));
        player.secret()
                .ifPresent(secret ->
                        request.header(
                                "Authorization", "Basic " + basic(player.clientId(), secret)));
        return send(curl(player, path, form), request);
    }

    /** Asks with an access token. */
    Exchange get(String path, String accessToken) {
        var bearer = "Authorization: Bearer " + accessToken;
        return send(
                "curl %s \\\n  -H %s".formatted(settings.at(path), quoted(bearer)),
                HttpRequest.newBuilder(settings.at(path))
                        .header("Authorization", "Bearer " + accessToken));
    }

    private Exchange send(String curl, HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(LONGEST).build(), BodyHandlers.ofString());
            return Exchange.of(curl, answer.statusCode(), answer.body());
        } catch (IOException e) {
            return Exchange.of(curl, 0, "No answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exchange.of(curl, 0, "No answer: the server stops.");
        }
    }

    /** A client without a secret names itself in the form (RFC 6749 §3.2.1). */
    private static Map<String, String> sent(Player player, Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        if (player.secret().isEmpty()) {
            all.put("client_id", player.clientId());
        }
        return all;
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** For a shell; a value that is not plain is in quotes, and cannot end them. */
    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9._~-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
