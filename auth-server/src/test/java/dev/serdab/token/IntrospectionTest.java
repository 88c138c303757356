package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.App;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.Map;

/** What a token is worth (RFC 7662). */
class IntrospectionTest extends ProtocolTest {

    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
    }

    @Test
    void anApiLearnsWhatAnAccessTokenSays() {
        var token = notes.tokensFor(ada, browser, "openid notes.read").access();
        var claims = Jwt.parse(token);

        var answer = machine.introspects(token).expect(200);

        assertThat(answer.json().path("active").asBoolean()).isTrue();
        for (var name : new String[] {"iss", "sub", "aud", "client_id", "scope", "jti"}) {
            assertThat(answer.text(name)).as(name).isEqualTo(claims.text(name));
        }
        assertThat(answer.text("sub")).isEqualTo(ada.id().toString());
        assertThat(answer.json().path("exp").asLong()).isEqualTo(claims.seconds("exp"));
        assertThat(answer.json().path("iat").asLong()).isEqualTo(claims.seconds("iat"));
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void anApiThatAsksForASignedAnswerGetsOne() {
        var token = notes.tokensFor(ada, browser, "openid notes.read").access();
        var http = new Http(issuer).basic("machine", machine.secret());
        var form = Map.of("token", token);
        var plain = http.post("/oauth2/introspect", form).expect(200).json();

        var answer =
                http.with("Accept", "application/token-introspection+jwt, */*;q=0.1")
                        .post("/oauth2/introspect", form)
                        .expect(200);

        var said = Jwt.parse(answer.body());
        assertThat(answer.header("Content-Type")).isEqualTo("application/token-introspection+jwt");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(said.header())
                .containsEntry("typ", "token-introspection+jwt")
                .containsEntry("alg", "RS256");
        assertThat(said.isSignedByOneOf(new Http(issuer).get("/oauth2/jwks").body())).isTrue();
        assertThat(said.claims())
                .containsOnlyKeys("iss", "aud", "iat", "token_introspection")
                .containsEntry("iss", issuer)
                .containsEntry("aud", "machine");
        var json = new JsonMapper();
        assertThat(plain)
                .isEqualTo(
                        json.readTree(
                                json.writeValueAsString(said.claims().get("token_introspection"))));
    }

    @Test
    void ofADeadTokenTheSignedAnswerSaysThatToo() {
        var answer =
                new Http(issuer)
                        .basic("machine", machine.secret())
                        .with("Accept", "application/token-introspection+jwt")
                        .post("/oauth2/introspect", Map.of("token", "nonsense"));

        assertThat(Jwt.parse(answer.expect(200).body()).claims().get("token_introspection"))
                .isEqualTo(Map.of("active", false));
    }

    @Test
    void anAppLearnsOfItsOwnRefreshTokenOnly() {
        var token = notes.tokensFor(ada, browser, "openid").refresh();

        assertThat(notes.introspects(token).expect(200).text("sub")).isEqualTo(ada.id().toString());
        saysNothingOf(token, machine);
        saysNothingOf(token, trusted);
    }

    @Test
    void ofWhatIsNotAliveNothingIsSaid() {
        var tokens = notes.tokensFor(ada, browser, "openid");
        var ask = notes.asks("openid");

        saysNothingOf("nonsense", machine);
        saysNothingOf("\u0000", machine);
        saysNothingOf(tokens.id(), notes);
        saysNothingOf(notes.codeFor(ada, browser, ask), notes);
        saysNothingOf(tokens.access() + "x", notes);

        notes.refreshed(tokens.refresh());
        saysNothingOf(tokens.refresh(), notes);

        clock.pass(Duration.ofMinutes(10));
        saysNothingOf(tokens.access(), notes);
    }

    @Test
    void aDisabledAccountsTokensAreDead() {
        var tokens = notes.tokensFor(ada, browser, "openid");
        database.sql().sql("update account set is_active = false").update();

        saysNothingOf(tokens.access(), notes);
        saysNothingOf(tokens.refresh(), notes);
    }

    @Test
    void anAppWithoutASecretMayNotAsk() {
        var token = mobile.tokensFor(ada, browser, "openid").access();

        assertThat(mobile.introspects(token).expect(401).text("error")).isEqualTo("invalid_client");
    }

    private static void saysNothingOf(String token, App asked) {
        assertThat(asked.introspects(token).expect(200).body()).isEqualTo("{\"active\":false}");
    }
}
