package dev.serdab.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Speaks HTTP to the server; follows no redirect, keeps cookies of its own. */
public class Http {

    private final String base;
    private final HttpClient client;
    private final Consumer<Answer> observer;
    private final List<String> headers = new ArrayList<>();

    public Http(String base) {
        this(
                base,
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build(),
                answer -> {});
    }

    /** A cookie's value; empty when there is none. */
    public String cookie(String name) {
        var cookies = (CookieManager) client.cookieHandler().orElseThrow();
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Whom it speaks to. */
    String base() {
        return base;
    }

    private Http(String base, HttpClient client, Consumer<Answer> observer) {
        this.base = base;
        this.client = client;
        this.observer = observer;
    }

    /** The same browser, whose answers somebody else sees as well. */
    public Http shownTo(Consumer<Answer> observer) {
        var other = new Http(base, client, observer);
        other.headers.addAll(headers);
        return other;
    }

    /** The same browser with one more header on every request. */
    public Http with(String name, String value) {
        var other = new Http(base, client, observer);
        other.headers.addAll(headers);
        other.headers.addAll(List.of(name, value));
        return other;
    }

    /** The same browser at another server, which gets the same cookies if its host is the same. */
    Http at(String address) {
        var other = new Http(address, client, observer);
        other.headers.addAll(headers);
        return other;
    }

    /** The same with {@code Authorization: Basic}. */
    public Http basic(String user, String secret) {
        var pair = encode(user) + ":" + encode(secret);
        return with(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same with {@code Authorization: Bearer}. */
    public Http bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Answer get(String path) {
        return send("GET", path, null, "");
    }

    /** Sends a form. */
    public Answer post(String path, Map<String, String> form) {
        return send("POST", path, "application/x-www-form-urlencoded", form(form));
    }

    /** Sends JSON text. */
    public Answer json(String method, String path, String body) {
        return send(method, path, "application/json", body);
    }

    /** Sends anything. */
    public Answer send(String method, String path, String contentType, String body) {
        var uri = URI.create(path.startsWith("http") ? path : base + path);
        var request =
                HttpRequest.newBuilder(uri)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        for (int i = 0; i < headers.size(); i += 2) {
            request.setHeader(headers.get(i), headers.get(i + 1));
        }
        try {
            var answer = new Answer(client.send(request.build(), BodyHandlers.ofString()));
            observer.accept(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@code a=1&b=2}, encoded. */
    public static String form(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
