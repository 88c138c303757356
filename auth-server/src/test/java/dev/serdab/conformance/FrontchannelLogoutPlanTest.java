package dev.serdab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.Browsers.JavaScript;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The plan {@code oidcc-frontchannel-rp-initiated-logout-certification-test-plan}: a test for each
 * module, which each names. Its clients have pages, so that a real browser can go there.
 */
class FrontchannelLogoutPlanTest extends BrowserTest {

    private static final String EMAIL = "ada@example.org";

    @DynamicPropertySource
    static void registerFrame(DynamicPropertyRegistry settings) {
        var client = "serdab.bootstrap.clients[0].";
        settings.add(client + "frontchannel-logout-uri", () -> WEB_APP.origin() + "/front?a=b");
        settings.add(client + "frontchannel-logout-session-required", () -> "true");
        settings.add(client + "post-logout-redirect-uris", () -> WEB_APP.origin() + "/bye");
    }

    /** {@code oidcc-frontchannel-logout-discovery-endpoint-verification}. */
    @Test
    void logoutByFramesIsAnnounced() {
        var document = app.get("/.well-known/openid-configuration").expect(200).json();

        assertThat(document.path("frontchannel_logout_supported").asBoolean()).isTrue();
        assertThat(document.path("frontchannel_logout_session_supported").asBoolean()).isTrue();
        assertThat(document.path("end_session_endpoint").asString()).startsWith(issuer + "/");
    }

    /** {@code oidcc-frontchannel-rp-initiated-logout}. */
    @ParameterizedTest
    @EnumSource
    void theAppIsLoadedInAFrameThenTheBrowserGoesBack(JavaScript javaScript) {
        people.registered(EMAIL);
        try (var visit = visit(javaScript)) {
            var page = visit.open(issuer + "/account");
            var id = Jwt.parse(signedIn(page, EMAIL).id());

            page.navigate(issuer + "/connect/logout?" + logout(id));
            page.waitForURL(WEB_APP.origin() + "/bye?state=ce9b");

            assertThat(WEB_APP.visits())
                    .filteredOn(path -> path.startsWith("/front?"))
                    .extracting(path -> Answer.parameters(URI.create(path)))
                    .containsOnlyOnce(Map.of("a", "b", "iss", issuer, "sid", id.text("sid")));
            page.navigate(issuer + notes.asks("openid").with("prompt", "none").path());
            assertThat(page.url()).contains("error=login_required");
        }
    }

    private static String logout(Jwt id) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("id_token_hint", id.signed().serialize());
        parameters.put("post_logout_redirect_uri", WEB_APP.origin() + "/bye");
        parameters.put("state", "ce9b");
        return Http.form(parameters);
    }
}
