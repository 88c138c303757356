package dev.serdab.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.account.Memberships;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What an ID token says (OpenID Connect Core §2). */
class IdTokenTest extends ProtocolTest {

    @Autowired Memberships memberships;

    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
    }

    @Test
    void itSaysWhoSignedInWhenAndHow() {
        var before = clock.instant().getEpochSecond();
        var ask = notes.asks("openid profile email");
        var tokens = Tokens.of(notes.redeems(notes.codeFor(ada, browser, ask), ask));
        var token = Jwt.parse(tokens.id());

        assertThat(token.header()).containsOnlyKeys("alg", "typ", "kid");
        assertThat(token.header()).containsEntry("alg", "RS256").containsEntry("typ", "JWT");
        assertThat(token.claims())
                .containsOnlyKeys(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "auth_time",
                        "acr",
                        "amr",
                        "sid",
                        "nonce",
                        "at_hash");
        assertThat(token.claims())
                .containsEntry("iss", issuer)
                .containsEntry("sub", ada.id().toString())
                .containsEntry("aud", "notes")
                .containsEntry("nonce", ask.get("nonce"))
                .containsEntry("acr", "urn:serdab:acr:one-factor")
                .containsEntry("amr", List.of("pwd"));
        assertThat(token.seconds("exp") - token.seconds("iat")).isEqualTo(600);
        assertThat(token.seconds("auth_time")).isBetween(before, token.seconds("iat"));
    }

    @Test
    void itIsSignedByAPublishedKey() {
        var keys = new Http(issuer).get("/oauth2/jwks").body();

        var token = Jwt.parse(notes.tokensFor(ada, browser, "openid").id());

        assertThat(token.isSignedByOneOf(keys)).isTrue();
    }

    @Test
    void itBelongsToTheAccessTokenThatCameWithIt() throws Exception {
        var tokens = notes.tokensFor(ada, browser, "openid");
        var hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(tokens.access().getBytes(StandardCharsets.US_ASCII));

        assertThat(Jwt.parse(tokens.id()).text("at_hash"))
                .isEqualTo(
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(Arrays.copyOf(hash, 16)));
    }

    @Test
    void withoutANonceThereIsNone() {
        var ask = notes.asks("openid").without("nonce");
        var tokens = Tokens.of(notes.redeems(notes.codeFor(ada, browser, ask), ask));

        assertThat(Jwt.parse(tokens.id()).claims()).doesNotContainKey("nonce");
    }

    @Test
    void theTimeIsThatOfTheSignInNotOfTheToken() {
        var first = Jwt.parse(notes.tokensFor(ada, browser, "openid").id());
        clock.pass(Duration.ofMinutes(5));

        var later = Jwt.parse(notes.tokensFor(ada, browser, "openid").id());

        assertThat(later.seconds("auth_time")).isEqualTo(first.seconds("auth_time"));
        assertThat(later.text("sid")).isEqualTo(first.text("sid"));
        assertThat(later.seconds("iat")).isGreaterThanOrEqualTo(first.seconds("iat") + 300);
    }

    @Test
    void itTellsRightsWhereTheyWereGranted() {
        memberships.defineGroup("editors", List.of("blog.add_post"));
        memberships.join(ada.id(), "editors");

        assertThat(Jwt.parse(notes.tokensFor(ada, browser, "openid groups").id()).claims())
                .containsEntry("groups", List.of("editors"))
                .doesNotContainKey("permissions");
    }

    @Test
    void theSessionsCookieCannotBeToldFromItsName() {
        var token = Jwt.parse(notes.tokensFor(ada, browser, "openid").id());

        assertThat(browser.cookie("sid")).isNotEmpty().isNotEqualTo(token.text("sid"));
    }
}
