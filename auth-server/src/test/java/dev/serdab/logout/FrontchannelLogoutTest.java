package dev.serdab.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.Browsers.JavaScript;
import dev.serdab.testing.Jwt;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Apps are loaded in frames of the signing-out page (Front-Channel Logout 1.0). That it works at an
 * app's wish is shown by {@code FrontchannelLogoutPlanTest}.
 */
class FrontchannelLogoutTest extends BrowserTest {

    private static final String EMAIL = "ada@example.org";

    @DynamicPropertySource
    static void registerFrame(DynamicPropertyRegistry settings) {
        settings.add(
                "serdab.bootstrap.clients[0].frontchannel-logout-uri",
                () -> WEB_APP.origin() + "/front");
    }

    @Test
    void signingOutAtOnesOwnWishLoadsThemToo() {
        people.registered(EMAIL);
        try (var visit = visit(JavaScript.OFF)) {
            var page = visit.open(issuer + "/account");
            var sid = Jwt.parse(signedIn(page, EMAIL).id()).text("sid");
            page.navigate(issuer + "/sign-out");
            page.click("#sign-out");

            assertThat(page.textContent("h1")).isEqualTo("You are signed out");
            await().until(() -> WEB_APP.visits().stream().anyMatch(path -> isFrame(path, sid)));
        }
    }

    private static boolean isFrame(String path, String sid) {
        return path.startsWith("/front?") && path.contains("sid=" + sid);
    }
}
