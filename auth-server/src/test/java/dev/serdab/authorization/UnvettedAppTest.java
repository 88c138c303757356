package dev.serdab.authorization;

import static dev.serdab.testing.Registrar.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.App;
import dev.serdab.testing.Http;
import dev.serdab.testing.Page;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Registrar;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whoever registers an app chooses where answers go; a link to us must not lead there by itself
 * (RFC 9700 §4.11.2).
 */
@TestPropertySource(
        properties = {
            "serdab.client-registration.mode=open",
            "serdab.limits.client-registration=1000/1h"
        })
class UnvettedAppTest extends ProtocolTest {

    private static final String BYE = "https://photos.example.com/bye";

    private Account ada;
    private App photos;

    @BeforeEach
    void anAppRegisteredItself() {
        ada = people.registered("ada@example.org");
        var registrar = new Registrar(issuer);
        photos =
                registrar.app(
                        registrar
                                .registers(metadata("post_logout_redirect_uris", List.of(BYE)))
                                .expect(201));
    }

    @Test
    void anErrorIsShownFirstAndThePersonDecidesWhetherToGoThere() {
        var page = browser.open(photos.asks("openid admin").with("state", "s"));

        assertThat(page.offeredToApp())
                .containsEntry("error", "invalid_scope")
                .containsEntry("state", "s")
                .containsEntry("iss", issuer);
        assertThat(page.html().select("main").text())
                .contains("Photos", "photos.example.com", "This app registered itself");
        assertThat(page.html().selectFirst("#go-on").attr("href"))
                .startsWith("https://photos.example.com/callback?");
    }

    @Test
    void soItIsByPostAndInAForm() {
        var wrong = photos.asks("admin").parameters();
        assertThat(browser.post("/oauth2/authorize", wrong).offeredToApp())
                .containsEntry("error", "invalid_scope");

        var page = browser.open(photos.asks("admin").with("response_mode", "form_post"));
        assertThat(page.offeredToApp()).containsEntry("error", "invalid_scope");
        assertThat(page.html().select("script:not([src^=/assets/])")).isEmpty();
        assertThat(page.answer().header("Content-Security-Policy"))
                .contains("form-action 'self' https://photos.example.com;");
    }

    @Test
    void aRequestThatCannotBeReadIsNoWayAroundIt() {
        for (var request :
                List.of(
                        photos.asks("openid").with("request", "e30.e30.x"),
                        photos.asks("openid").with("request_uri", "https://x.example.com/"),
                        photos.asks("openid").with("response_type", "token"))) {
            assertThat(browser.open(request).offeredToApp()).containsKey("error");
        }
    }

    @Test
    void aSilentRequestIsAnsweredOnceThePersonAllowedTheApp() {
        var silent = photos.asks("openid").with("prompt", "none");
        assertThat(browser.open(silent).offeredToApp()).containsEntry("error", "login_required");

        browser.signedIn(ada);
        assertThat(browser.open(silent).offeredToApp()).containsEntry("error", "consent_required");

        photos.tokensFor(ada, browser, "openid");
        assertThat(browser.open(silent).sentToApp()).containsKey("code");
        assertThat(browser.open(photos.asks("openid email").with("prompt", "none")).error())
                .isEqualTo("consent_required");
        assertThat(browser.open(photos.asks("admin")).error()).isEqualTo("invalid_scope");
    }

    @Test
    void whatWasPushedIsAnsweredAlike() {
        var silent = new LinkedHashMap<>(photos.asks("openid").with("prompt", "none").parameters());
        var pushed = photos.calls("/oauth2/par", silent).expect(201).text("request_uri");

        var named = Map.of("client_id", photos.clientId(), "request_uri", pushed);
        var page = browser.open("/oauth2/authorize?" + Http.form(named));

        assertThat(page.offeredToApp()).containsEntry("error", "login_required");
    }

    @Test
    void aFrameIsAnsweredAsNobodyCanMistakeItForUs() {
        var frame = new Http(issuer).with("Accept", "text/html").with("Sec-Fetch-Dest", "iframe");

        var answer = new Page(frame.get(photos.asks("openid").with("prompt", "none").path()));

        assertThat(answer.error()).isEqualTo("login_required");
    }

    @Test
    void whoJustSignedInForItOrDeniesItIsSentBack() {
        var page = browser.signIn(browser.open(photos.asks("openid")), ada).isAt("/consent");

        assertThat(browser.press(page, "deny").error()).isEqualTo("access_denied");
    }

    @Test
    void anAppThatAsksForNothingIsNotAnsweredUnseen() {
        var registrar = new Registrar(issuer);
        var nothing = registrar.app(registrar.registers(metadata("scope", "")).expect(201));
        browser.signedIn(ada);

        browser.open(nothing.asks("")).expect(200).isAt("/consent");
    }

    @Test
    void theOperatorsAppsAreToldOfErrorsAtOnce() {
        assertThat(browser.open(notes.asks("admin")).error()).isEqualTo("invalid_scope");
        assertThat(browser.open(notes.asks("openid").with("prompt", "none")).error())
                .isEqualTo("login_required");
    }

    @Test
    void signingOutLeadsThereOnlyWhoWasSignedIn() {
        var tokens = photos.tokensFor(ada, browser, "openid");
        var goodBye = logout(tokens);
        assertThat(browser.open(goodBye).answer().expect(303).location().toString()).isEqualTo(BYE);

        var again = browser.open(goodBye).expect(200);

        assertThat(again.title()).isEqualTo("You are signed out");
        assertThat(again.answer().header("Location")).isEmpty();
        assertThat(again.answer().header("Refresh")).isEmpty();
        assertThat(again.html().selectFirst("a#return").attr("href")).isEqualTo(BYE);
        assertThat(again.html().selectFirst("a#return").text()).endsWith("photos.example.com");
    }

    private static String logout(Tokens tokens) {
        return "/connect/logout?"
                + Http.form(Map.of("id_token_hint", tokens.id(), "post_logout_redirect_uri", BYE));
    }
}
