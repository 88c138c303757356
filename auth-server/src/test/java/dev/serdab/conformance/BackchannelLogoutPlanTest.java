package dev.serdab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ListeningApp;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The plan {@code oidcc-backchannel-rp-initiated-logout-certification-test-plan}: a test for each
 * module, which each names.
 */
@TestPropertySource(
        properties =
                """
                serdab.bootstrap.clients[5].backchannel-logout-uri=${suite.listener}
                serdab.bootstrap.clients[5].backchannel-logout-session-required=true
                """)
class BackchannelLogoutPlanTest extends PlanTest {

    private static final ListeningApp LISTENER = ListeningApp.started();

    @DynamicPropertySource
    static void startListener(DynamicPropertyRegistry settings) {
        settings.add("suite.listener", () -> LISTENER.at("/backchannel_logout"));
    }

    /** {@code oidcc-backchannel-logout-discovery-endpoint-verification}. */
    @Test
    void logoutFromServerToServerIsAnnounced() {
        var document = discovery();

        assertThat(document.path("backchannel_logout_supported").asBoolean()).isTrue();
        assertThat(document.path("backchannel_logout_session_supported").asBoolean()).isTrue();
        assertThat(document.path("end_session_endpoint").asString()).startsWith(issuer + "/");
    }

    /** {@code oidcc-backchannel-rp-initiated-logout}. */
    @Test
    void theAppIsToldThenTheBrowserGoesBack() {
        LISTENER.startAnew(200);
        var id = idToken(completes(asks("openid")));
        var request = new LinkedHashMap<String, String>();
        request.put("id_token_hint", id.signed().serialize());
        request.put("post_logout_redirect_uri", BYE);
        request.put("state", "ce9b");

        var page = browser.open("/connect/logout?" + Http.form(request));

        assertThat(page.answer().location()).hasToString(BYE + "?state=ce9b");
        await().until(() -> LISTENER.heard("logout_token").size() == 1);
        isGood(Jwt.parse(LISTENER.heard("logout_token").getFirst()), id);
        isSignedOut();
    }

    private void isGood(Jwt token, Jwt id) {
        long now = clock.instant().getEpochSecond();
        assertThat(token.isSignedByOneOf(http.get("/oauth2/jwks").body())).isTrue();
        assertThat(token.header()).containsEntry("alg", "RS256").containsEntry("typ", "logout+jwt");
        assertThat(id.text("sid")).isNotEmpty();
        assertThat(token.claims())
                .containsEntry("iss", issuer)
                .containsEntry("aud", "suite")
                .containsEntry("sub", id.text("sub"))
                .containsEntry("sid", id.text("sid"))
                .containsEntry(
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .doesNotContainKey("nonce");
        assertThat(token.text("jti")).isNotEmpty();
        assertThat(token.seconds("iat")).isBetween(now - 60, now + 1);
        assertThat(token.seconds("exp")).isBetween(now, now + 300);
    }
}
