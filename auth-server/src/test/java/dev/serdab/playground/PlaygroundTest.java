package dev.serdab.playground;

import static dev.serdab.testing.Browsers.JavaScript.OFF;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import dev.serdab.bootstrap.Demo;
import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.Browsers;
import dev.serdab.testing.People;
import dev.serdab.testing.Visit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

/** A developer plays an app, without a script. */
class PlaygroundTest extends BrowserTest {

    private static final String EMAIL = "ada@example.org";

    @ParameterizedTest
    @ValueSource(strings = {"demo-web", "demo-spa"})
    void theWholeWayIsWalked(String app) {
        people.registered(EMAIL);
        try (var visit = visit(OFF)) {
            var page = visit.open(issuer + "/dev/playground");
            keep(page, "playground");
            page.check("input[name=client][value=" + app + "]");
            page.check("input[name=scope][value=offline_access]");
            page.fill("#resource", "http://localhost:8090");
            page.click("#ask");
            assertThat(page.textContent("#url"))
                    .startsWith(issuer + "/oauth2/authorize?response_type=code&client_id=" + app)
                    .contains(
                            "code_challenge_method=S256", "resource=http%3A%2F%2Flocalhost%3A8090");
            keep(page, "playground-request");
            page.click("#go");
            Visit.signIn(page, EMAIL, People.PASSWORD);
            page.click("#allow");

            assertThat(page.textContent("#state")).contains("belongs to our request");
            assertThat(page.textContent("#iss")).contains("is this server");
            assertThat(page.textContent("#curl"))
                    .contains("grant_type=authorization_code", "code_verifier=");
            assertThat(page.textContent("#curl").contains(Demo.WEB_SECRET))
                    .isEqualTo(app.equals(Demo.WEB));
            keep(page, "playground-callback");
            page.click("#redeem");

            assertThat(page.textContent("#status")).isEqualTo("200");
            assertThat(page.textContent("#access_token"))
                    .contains("at+jwt", "http://localhost:8090", "Whom it is for");
            assertThat(page.textContent("#id_token")).contains(app, "When the person signed in");
            keep(page, "playground-tokens");
            page.click("#userinfo");
            assertThat(page.textContent("#answer")).contains(EMAIL);
            var before = page.textContent("#access_token");
            page.click("#refresh");
            assertThat(page.textContent("#status")).isEqualTo("200");
            assertThat(page.textContent("#access_token")).isNotEqualTo(before);
            page.click("#revoke");
            assertThat(page.textContent("#status")).isEqualTo("200");
            page.click("#userinfo");
            assertThat(page.textContent("#status")).isEqualTo("401");
        }
    }

    @Test
    void anAnswerThatNobodyAskedForIsToldApart() {
        try (var visit = visit(OFF)) {
            var page =
                    visit.open(issuer + "/dev/playground/callback?code=stolen&state=foreign&iss=x");

            assertThat(page.textContent("#state")).contains("An app must stop here");
            assertThat(page.querySelector("#redeem")).isNull();
        }
    }

    @Test
    void anErrorComesBackToo() {
        try (var visit = visit(OFF)) {
            var page = visit.open(issuer + "/dev/playground");
            page.check("input[name=prompt][value=none]");
            page.click("#ask");
            page.click("#go");

            assertThat(URI.create(page.url()).getPath()).isEqualTo("/dev/playground/callback");
            assertThat(page.textContent("main")).contains("login_required");
            assertThat(page.querySelector("#redeem")).isNull();
        }
    }

    @Test
    void itsFormsAreNotForOtherPagesToSend() {
        app.post("/dev/playground/mcp", java.util.Map.of("server", issuer)).expect(403);
        app.post("/dev/playground/token", java.util.Map.of("client", "demo-web")).expect(403);
    }

    private static void keep(Page page, String name) {
        assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as("%s is wider than the screen", name)
                .isEqualTo(false);
        assertThat(Browsers.screenshot(page, name)).isNotEmptyFile();
    }
}
