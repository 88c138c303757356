package dev.serdab.demo.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One request on its way. */
public final class Call {

    static {
        // Who believes the Host header can only be seen by sending a wrong one.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpRequest.Builder request;
    private final String method;
    private BodyPublisher body = BodyPublishers.noBody();

    Call(String method, String address) {
        this.method = method;
        this.request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30));
    }

    public Call bearer(Token token) {
        return bearer(token.signed());
    }

    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public Call body(String content) {
        body = BodyPublishers.ofString(content);
        return this;
    }

    /** Without saying beforehand how long it is. */
    public Call streaming(String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return this;
    }

    public Answer expect(int status) {
        return answer().expect(status);
    }

    public Answer answer() {
        try {
            var response =
                    CLIENT.send(request.method(method, body).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
