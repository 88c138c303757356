package dev.serdab.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.Map;

/** Which pages elsewhere may read our answers (Fetch Standard §3.3). */
class CrossOriginTest extends ProtocolTest {

    private static final String OWN = "https://notes.example.com";

    @ParameterizedTest
    @CsvSource({
        "GET, /.well-known/openid-configuration, 200",
        "GET, /.well-known/oauth-authorization-server, 200",
        "GET, /oauth2/jwks, 200",
        "POST, /oauth2/token, 401",
        "POST, /oauth2/revoke, 401",
        "POST, /oauth2/par, 401",
        "POST, /oauth2/device_authorization, 401",
        "GET, /userinfo, 401",
        "POST, /userinfo, 401",
    })
    void aPageOfARegisteredAppReadsTheAnswer(String method, String path, int status) {
        var answer = from(OWN).send(method, path, null, "").expect(status);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(OWN);
        noCredentials(answer);
        assertThat(answer.response().headers().allValues("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "http://notes.example.com",
                "https://notes.example.com:8443",
                "https://notes.example.com.evil.com",
                "https://sub.notes.example.com",
                "null",
                "com.example.mobile:",
                "*"
            })
    void nobodyElseDoes(String origin) {
        for (var path : new String[] {"/oauth2/jwks", "/userinfo"}) {
            var answer = from(origin).get(path);

            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            noCredentials(answer);
        }
        assertThat(preflight(origin, "/oauth2/token").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration", "/oauth2/jwks"})
    void aCacheTellsOriginsApart(String path) {
        assertThat(new Http(issuer).get(path).response().headers().allValues("Vary"))
                .as("asked from no page")
                .contains("Origin");
        assertThat(
                        from("https://evil.example.com")
                                .get(path)
                                .response()
                                .headers()
                                .allValues("Vary"))
                .contains("Origin");
    }

    @Test
    void aPreflightIsAnsweredWithoutASecret() {
        for (var path : new String[] {"/oauth2/token", "/oauth2/revoke", "/userinfo"}) {
            var answer = preflight(OWN, path).expect(200);

            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(OWN);
            assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
            assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
                    .contains("authorization");
            noCredentials(answer);
        }
    }

    @Test
    void aPreflightFromElsewhereIsRefused() {
        preflight("https://evil.example.com", "/oauth2/token").expect(403);
    }

    @Test
    void whatIsNoBrowserNeedNotNotice() {
        from("https://evil.example.com").get("/oauth2/jwks").expect(200);
        var token = machine.asksForItself("").text("access_token");
        from("https://evil.example.com")
                .basic("machine", machine.secret())
                .post("/oauth2/introspect", Map.of("token", token))
                .expect(200);
    }

    @Test
    void thePagesForPeopleAreNobodyElsesToRead() {
        for (var path : new String[] {"/sign-in", "/account", "/oauth2/authorize", "/consent"}) {
            assertThat(from(OWN).get(path).header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    private Http from(String origin) {
        return new Http(issuer).with("Origin", origin);
    }

    private Answer preflight(String origin, String path) {
        return from(origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .send("OPTIONS", path, null, "");
    }

    private static void noCredentials(Answer answer) {
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }
}
