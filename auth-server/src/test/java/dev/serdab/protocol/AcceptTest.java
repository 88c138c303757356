package dev.serdab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** The protocol endpoints speak JSON, whatever a client believes to accept. */
class AcceptTest extends ProtocolTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jwt",
                "application/xml;q=0.9",
                "nonsense"
            })
    void noClientIsTurnedAwayOverIt(String format) {
        var token =
                notes.tokensFor(people.registered("ada@example.org"), browser, "openid").access();
        var http = new Http(issuer).with("Accept", format);
        var service = http.basic("machine", machine.secret());

        isJson(http.get("/.well-known/openid-configuration").expect(200));
        isJson(http.get("/oauth2/jwks").expect(200));
        isJson(http.bearer(token).get("/userinfo").expect(200));
        isJson(http.bearer("nonsense").get("/userinfo").expect(401));
        isJson(http.post("/oauth2/token", Map.of()).expect(401));
        isJson(
                service.post("/oauth2/token", Map.of("grant_type", "client_credentials"))
                        .expect(200));
        isJson(service.post("/oauth2/introspect", Map.of("token", token)).expect(200));
        service.post("/oauth2/revoke", Map.of("token", "x")).expect(200);
    }

    private static void isJson(Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().isObject()).isTrue();
    }
}
