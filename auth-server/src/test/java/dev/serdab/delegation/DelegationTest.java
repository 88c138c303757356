package dev.serdab.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.App;
import dev.serdab.testing.Http;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Apps act for a person at the account API, as far as the person allowed it. */
@TestPropertySource(
        properties = {
            "serdab.bootstrap.clients[5].client-id=helper",
            "serdab.bootstrap.clients[5].client-secret=the secret of helper, which is long enough",
            "serdab.bootstrap.clients[5].redirect-uris=https://helper.example.com/callback",
            "serdab.bootstrap.clients[5].scope=openid account",
            "serdab.bootstrap.clients[5].audience=${serdab.issuer}, https://api.example.com"
        })
class DelegationTest extends ProtocolTest {

    private static final String REDIRECT = "https://helper.example.com/callback";

    @Test
    void anAppReadsAndChangesWhatThePersonAllowed() {
        var token = token("openid account", issuer);

        var me = new Http(issuer).bearer(token).get("/users/me/").expect(200);

        assertThat(me.text("email")).isEqualTo("ada@example.org");
    }

    @Test
    void withoutTheScopeItDoesNot() {
        new Http(issuer).bearer(token("openid", issuer)).get("/users/me/").expect(403);
    }

    @Test
    void aTokenForAnotherApiOpensNothingHere() {
        var token = token("openid account", "https://api.example.com");

        new Http(issuer).bearer(token).get("/users/me/").expect(403);
    }

    private String token(String scope, String resource) {
        var helper = App.confidential(issuer, "helper", REDIRECT);
        var ada = people.registered("ada@example.org");
        var ask = helper.asks(scope).with("resource", resource);
        return helper.redeems(helper.codeFor(ada, browser, ask), ask)
                .expect(200)
                .text("access_token");
    }
}
