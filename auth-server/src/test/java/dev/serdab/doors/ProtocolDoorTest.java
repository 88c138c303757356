package dev.serdab.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** What holds for every answer of the protocol, whoever asked. */
class ProtocolDoorTest extends ProtocolTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/jwks",
                "/userinfo",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server"
            })
    void aDocumentSaysHowBrowsersAreToTreatIt(String path) {
        assertSafe(app.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke"})
    void soDoesTheAnswerToAForm(String path) {
        var answer = app.post(path, Map.of("token", "x"));
        assertSafe(answer);
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    private static void assertSafe(Answer answer) {
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Vary")).contains("Origin");
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
    }
}
