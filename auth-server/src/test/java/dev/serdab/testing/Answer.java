package dev.serdab.testing;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What the server answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Fails, showing the body, unless the status is this one. */
    public Answer expect(int status) {
        assertThat(response.statusCode())
                .as("%s %s answered: %s", response.request().method(), response.uri(), body())
                .isEqualTo(status);
        return this;
    }

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    /** A text member of the JSON body. */
    public String text(String name) {
        return json().path(name).asString();
    }

    /** A header's first value, or an empty text. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Where it redirects to. */
    public URI location() {
        return response.uri().resolve(header("Location"));
    }

    /** The query parameters of where it redirects to. */
    public Map<String, String> locationParameters() {
        return parameters(location());
    }

    /** The query parameters of an address. */
    public static Map<String, String> parameters(URI address) {
        var query = address.getRawQuery();
        return query == null ? Map.of() : parameters(query);
    }

    static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> decode(pair[0]),
                                pair -> pair.length == 2 ? decode(pair[1]) : "",
                                (first, second) -> first + " and " + second));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
