package dev.serdab.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.Registrar;
import dev.serdab.testing.ServerTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Which pages may read our answers where apps register themselves. */
@TestPropertySource(properties = "serdab.client-registration.mode=open")
class NewcomersPagesTest extends ServerTest {

    private static final String UNKNOWN = "https://editor.example.net";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server",
                "/oauth2/jwks"
            })
    void everyPageReadsWhatIsOffered(String path) {
        isReadable(from(UNKNOWN).get(path).expect(200));
    }

    @Test
    void everyPageMayRegisterAndSpeaksForItselfAfterwards() {
        isReadable(preflight("/oauth2/register", "POST"));
        isNotReadable(preflight("/oauth2/token", "POST"));

        var metadata =
                """
                {"redirect_uris": ["%s/callback"], "token_endpoint_auth_method": "none"}\
                """
                        .formatted(UNKNOWN);
        var registered = from(UNKNOWN).json("POST", "/oauth2/register", metadata).expect(201);

        isReadable(registered);
        isReadable(preflight("/oauth2/register/" + registered.text("client_id"), "PUT"));
        isReadable(new Registrar(issuer).reads(registered, UNKNOWN).expect(200));
        isReadable(preflight("/oauth2/token", "POST"));
        isReadable(from(UNKNOWN).send("POST", "/oauth2/token", null, "").expect(401));
    }

    @Test
    void whatIsAboutPeopleStaysClosed() {
        isNotReadable(from(UNKNOWN).get("/userinfo"));
        isNotReadable(from(UNKNOWN).get("/users/me/"));
        isNotReadable(from(UNKNOWN).send("POST", "/oauth2/introspect", null, ""));
    }

    private Http from(String origin) {
        return new Http(issuer).with("Origin", origin);
    }

    private Answer preflight(String path, String method) {
        return from(UNKNOWN)
                .with("Access-Control-Request-Method", method)
                .with("Access-Control-Request-Headers", "authorization, content-type")
                .send("OPTIONS", path, null, "");
    }

    private static void isReadable(Answer answer) {
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(UNKNOWN);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    private static void isNotReadable(Answer answer) {
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
