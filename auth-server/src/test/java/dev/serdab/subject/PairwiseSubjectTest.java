package dev.serdab.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.App;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** People have names of their own at apps that want it (OpenID Connect Core §8.1). */
@TestPropertySource(
        properties =
                """
                serdab.bootstrap.clients[5].client-id=blue
                serdab.bootstrap.clients[5].client-secret=the secret of blue, which is long enough
                serdab.bootstrap.clients[5].redirect-uris=https://blue.example.com/callback
                serdab.bootstrap.clients[5].grant-types=authorization_code, refresh_token
                serdab.bootstrap.clients[5].subject-type=pairwise

                serdab.bootstrap.clients[6].client-id=azure
                serdab.bootstrap.clients[6].client-secret=the secret of azure, which is long enough
                serdab.bootstrap.clients[6].redirect-uris=https://blue.example.com/azure
                serdab.bootstrap.clients[6].subject-type=pairwise
                serdab.bootstrap.clients[6].userinfo-signed-response-alg=RS256

                serdab.bootstrap.clients[7].client-id=red
                serdab.bootstrap.clients[7].client-secret=the secret of red, which is long enough
                serdab.bootstrap.clients[7].redirect-uris=https://red.example.com/callback
                serdab.bootstrap.clients[7].subject-type=pairwise
                """)
class PairwiseSubjectTest extends ProtocolTest {

    private App blue;
    private App azure;
    private App red;
    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        blue = App.confidential(issuer, "blue", "https://blue.example.com/callback");
        azure = App.confidential(issuer, "azure", "https://blue.example.com/azure");
        red = App.confidential(issuer, "red", "https://red.example.com/callback");
        ada = people.registered("ada@example.org");
    }

    @Test
    void appsAtOneHostKnowAPersonByOneNameAndOthersByAnother() {
        var atBlue = name(blue.tokensFor(ada, browser, "openid"));

        assertThat(name(azure.tokensFor(ada, browser, "openid"))).isEqualTo(atBlue);
        assertThat(name(red.tokensFor(ada, browser, "openid"))).isNotEqualTo(atBlue);
        assertThat(atBlue).matches("[A-Za-z0-9_-]{43}");
        assertThat(name(notes.tokensFor(ada, browser, "openid"))).isEqualTo(ada.id().toString());
    }

    @Test
    void twoPeopleHaveTwoNames() {
        var adas = name(blue.tokensFor(ada, browser, "openid"));
        browser.signOut();
        var bob = people.registered("bob@example.org");

        assertThat(name(blue.tokensFor(bob, browser, "openid"))).isNotEqualTo(adas);
    }

    @Test
    void theNameStaysAndIsTheSameEverywhere() {
        var tokens = blue.tokensFor(ada, browser, "openid");
        var name = name(tokens);

        assertThat(Jwt.parse(tokens.access()).text("sub")).isEqualTo(name);
        assertThat(blue.asksUserInfo(tokens.access()).expect(200).text("sub")).isEqualTo(name);
        assertThat(blue.introspects(tokens.access()).expect(200).text("sub")).isEqualTo(name);
        assertThat(blue.introspects(tokens.refresh()).expect(200).text("sub")).isEqualTo(name);
        assertThat(name(blue.refreshed(tokens.refresh()))).isEqualTo(name);
        browser.signOut();
        assertThat(name(blue.tokensFor(ada, browser, "openid"))).isEqualTo(name);
    }

    @Test
    void itIsAGoodHint() {
        var ask =
                blue.asks("openid")
                        .with("id_token_hint", blue.tokensFor(ada, browser, "openid").id())
                        .with("prompt", "none");

        assertThat(browser.open(ask).code()).isNotEmpty();
        browser.signOut();
        browser.signedIn(people.registered("bob@example.org"));
        assertThat(browser.open(ask).error()).isEqualTo("login_required");
    }

    @Test
    void userinfoIsSignedWhereTheAppIsRegisteredForThat() {
        var tokens = azure.tokensFor(ada, browser, "openid email");

        var answer = azure.asksUserInfo(tokens.access()).expect(200);

        var said = Jwt.parse(answer.body());
        assertThat(answer.header("Content-Type")).isEqualTo("application/jwt");
        assertThat(said.header()).containsEntry("alg", "RS256");
        assertThat(said.isSignedByOneOf(new Http(issuer).get("/oauth2/jwks").body())).isTrue();
        assertThat(said.claims())
                .containsEntry("iss", issuer)
                .containsEntry("aud", "azure")
                .containsEntry("sub", name(tokens))
                .containsEntry("email", "ada@example.org");
    }

    @Test
    void whatUserinfoSignsIsNoIdToken() {
        var tokens = azure.tokensFor(ada, browser, "openid");
        var said = azure.asksUserInfo(tokens.access()).expect(200).body();

        assertThat(browser.open(azure.asks("openid").with("id_token_hint", said)).error())
                .isEqualTo("invalid_request");
    }

    private static String name(Tokens tokens) {
        return Jwt.parse(tokens.id()).text("sub");
    }
}
