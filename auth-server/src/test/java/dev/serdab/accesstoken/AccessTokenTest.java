package dev.serdab.accesstoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.account.Memberships;
import dev.serdab.testing.App;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** What an access token says (RFC 9068 §2). */
class AccessTokenTest extends ProtocolTest {

    @Autowired Memberships memberships;

    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
    }

    @Test
    void itSaysWhatAnApiNeedsAndNoMore() {
        var token = accessToken(notes, "openid email notes.read");

        assertThat(token.header()).containsOnlyKeys("alg", "typ", "kid");
        assertThat(token.header()).containsEntry("alg", "ES256").containsEntry("typ", "at+jwt");
        assertThat(token.claims())
                .containsOnlyKeys(
                        "iss",
                        "sub",
                        "aud",
                        "client_id",
                        "exp",
                        "iat",
                        "jti",
                        "scope",
                        "auth_time");
        assertThat(token.claims())
                .containsEntry("iss", issuer)
                .containsEntry("sub", ada.id().toString())
                .containsEntry("client_id", "notes")
                .containsEntry("scope", "openid email notes.read");
        assertThat(token.seconds("exp") - token.seconds("iat")).isEqualTo(600);
        assertThat(token.seconds("auth_time"))
                .isBetween(token.seconds("iat") - 60, token.seconds("iat"));
    }

    @Test
    void itIsSignedByAPublishedKey() {
        var keys = new Http(issuer).get("/oauth2/jwks").body();
        var token = accessToken(notes, "openid");

        assertThat(token.isSignedByOneOf(keys)).isTrue();
    }

    @Test
    void itIsForTheApisOfItsAppAndOtherwiseForThisServer() {
        assertThat(accessToken(notes, "openid").claims().get("aud"))
                .isEqualTo("https://api.example.com");
        assertThat(accessToken(trusted, "openid").claims().get("aud"))
                .isEqualTo(List.of("https://one.example.com", "https://two.example.com"));
        assertThat(accessToken(mobile, "openid").claims().get("aud")).isEqualTo(issuer);
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(accessToken(notes, "openid").text("jti"))
                .isNotEqualTo(accessToken(notes, "openid").text("jti"));
    }

    @Test
    void rightsAreSaidToWhomTheyWereGranted() {
        memberships.defineGroup("editors", List.of("blog.add_post"));
        memberships.join(ada.id(), "editors");
        memberships.allow(ada.id(), "blog.view_stats");

        assertThat(accessToken(notes, "openid groups").claims())
                .containsEntry("groups", List.of("editors"))
                .doesNotContainKey("permissions");
        assertThat(accessToken(notes, "openid permissions").claims())
                .containsEntry("permissions", List.of("blog.add_post", "blog.view_stats"))
                .doesNotContainKey("groups");
        assertThat(accessToken(notes, "openid").claims())
                .doesNotContainKeys("groups", "permissions");
    }

    @Test
    void whoeverIsInNoGroupHasAnEmptyList() {
        assertThat(accessToken(notes, "openid groups permissions").claims())
                .containsEntry("groups", List.of())
                .containsEntry("permissions", List.of());
    }

    private Jwt accessToken(App app, String scope) {
        return Jwt.parse(app.tokensFor(ada, browser, scope).access());
    }
}
