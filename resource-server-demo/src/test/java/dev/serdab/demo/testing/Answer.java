package dev.serdab.demo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpHeaders;

/** What came back. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    public Answer expect(int expected) {
        assertThat(status).as(() -> headers + "\n" + body).isEqualTo(expected);
        return this;
    }

    /** Refused in the one shape that refusals have (RFC 9457). */
    public Answer expectProblem(int expected) {
        expect(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json().get("status").asInt()).isEqualTo(expected);
        assertThat(body).doesNotContainIgnoringCase("exception").doesNotContain("\tat ");
        return this;
    }

    /** Refused because of the token, with a reason that mentions this. */
    public Answer expectInvalidToken(String reason) {
        expectProblem(401);
        assertThat(header("WWW-Authenticate"))
                .startsWith("Bearer error=\"invalid_token\", error_description=\"")
                .contains(reason)
                .contains("resource_metadata=\"");
        assertThat(json().get("error").asString()).isEqualTo("invalid_token");
        return this;
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }
}
