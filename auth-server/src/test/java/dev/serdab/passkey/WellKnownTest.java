package dev.serdab.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Browser;
import dev.serdab.testing.ServerTest;

import org.junit.jupiter.api.Test;

/** Where password managers look. */
class WellKnownTest extends ServerTest {

    @Test
    void passkeysHaveAPageWhereTheyAreMadeAndLookedAfter() {
        var answer = app.get("/.well-known/passkey-endpoints").expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text("enroll")).isEqualTo(issuer + "/account/passkeys");
        assertThat(answer.text("manage")).isEqualTo(issuer + "/account/passkeys");
    }

    @Test
    void thePasswordIsChangedOnAPageOfTheAccount() {
        var answer = app.get("/.well-known/change-password").expect(302);

        assertThat(answer.location()).hasToString(issuer + "/account/password");
        new Browser(issuer).open("/.well-known/change-password").expect(200).isAt("/sign-in");
    }

    @Test
    void anythingElseIsNotThere() {
        app.get("/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200")
                .expect(404);
    }

    @Test
    void nothingIsAnsweredInTheLanguageOfAuthenticators() {
        app.with("Accept", "application/cbor").get("/.well-known/passkey-endpoints").expect(406);
        app.with("Accept", "application/cbor, application/json;q=0.5")
                .get("/.well-known/openid-configuration")
                .expect(200)
                .json();
    }
}
