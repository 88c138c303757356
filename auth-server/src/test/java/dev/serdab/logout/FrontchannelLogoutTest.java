package dev.serdab.logout;

import static dev.serdab.testing.Visit.backAtApp;
import static dev.serdab.testing.Visit.signIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;

import dev.serdab.testing.Answer;
import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.Browsers.JavaScript;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.People;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Apps are loaded in frames of the signing-out page (Front-Channel Logout 1.0). */
class FrontchannelLogoutTest extends BrowserTest {

    private static final String EMAIL = "ada@example.org";

    @DynamicPropertySource
    static void registerFrame(DynamicPropertyRegistry settings) {
        var client = "serdab.bootstrap.clients[0].";
        settings.add(client + "frontchannel-logout-uri", () -> WEB_APP.origin() + "/front?a=b");
        settings.add(client + "post-logout-redirect-uris", () -> WEB_APP.origin() + "/bye");
    }

    @ParameterizedTest
    @EnumSource
    void theAppsAreLoadedThenTheBrowserGoesBack(JavaScript javaScript) {
        people.registered(EMAIL);
        try (var visit = visit(javaScript)) {
            var tokens = signedIn(visit.open(issuer + "/account"));
            var page = visit.open(logout(tokens));

            page.waitForURL(WEB_APP.origin() + "/bye?state=s");

            assertThat(frames(tokens)).hasSize(1);
        }
    }

    @Test
    void signingOutAtOnesOwnWishLoadsThemToo() {
        people.registered(EMAIL);
        try (var visit = visit(JavaScript.OFF)) {
            var page = visit.open(issuer + "/account");
            var tokens = signedIn(page);
            page.navigate(issuer + "/sign-out");
            page.click("#sign-out");

            assertThat(page.textContent("h1")).isEqualTo("You are signed out");
            await().until(() -> frames(tokens).size() == 1);
        }
    }

    private Tokens signedIn(Page page) {
        var ask = notes.asks("openid");
        page.navigate(issuer + ask.path());
        signIn(page, EMAIL, People.PASSWORD);
        page.click("#allow");
        return Tokens.of(notes.redeems(backAtApp(page, notes).get("code"), ask));
    }

    private String logout(Tokens tokens) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("id_token_hint", tokens.id());
        parameters.put("post_logout_redirect_uri", WEB_APP.origin() + "/bye");
        parameters.put("state", "s");
        return issuer + "/connect/logout?" + Http.form(parameters);
    }

    /** The visits of its frame that name this very session. */
    private List<String> frames(Tokens tokens) {
        var expected = Map.of("a", "b", "iss", issuer, "sid", Jwt.parse(tokens.id()).text("sid"));
        return WEB_APP.visits().stream()
                .filter(visit -> visit.startsWith("/front?"))
                .filter(visit -> Answer.parameters(URI.create(visit)).equals(expected))
                .toList();
    }
}
