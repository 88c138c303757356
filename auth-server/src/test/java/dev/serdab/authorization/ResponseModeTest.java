package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Ask;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers travel to the app (OAuth 2.0 Form Post Response Mode §2, among others). */
class ResponseModeTest extends ProtocolTest {

    @BeforeEach
    void somebodyIsSignedIn() {
        browser.signedIn(people.registered("ada@example.org"));
    }

    @Test
    void inTheFragmentNothingReachesTheAppsServer() {
        var ask = trusted.asks("openid").with("response_mode", "fragment");

        var page = browser.open(ask);

        assertThat(page.answer().location().getRawQuery()).isNull();
        assertThat(page.sentToApp())
                .containsEntry("state", ask.get("state"))
                .containsEntry("iss", issuer);
        trusted.redeems(page.code(), ask).expect(200);
    }

    @Test
    void aFormCarriesTheAnswerToTheAppAndNowhereElse() {
        var ask = trusted.asks("openid").with("response_mode", "form_post");

        var page = browser.open(ask).expect(200);

        assertThat(page.html().selectFirst("form").attr("action")).isEqualTo(trusted.redirectUri());
        assertThat(page.sentToApp()).containsOnlyKeys("code", "state", "iss");
        assertThat(page.sentToApp()).containsEntry("state", ask.get("state"));
        assertThat(page.answer().header("Content-Security-Policy"))
                .contains("form-action 'self' https://trusted.example.com;");
        assertThat(page.answer().header("Cache-Control")).contains("no-store");
        trusted.redeems(page.code(), ask).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "fragment", "form_post"})
    void errorsTravelInTheSameWay(String mode) {
        var ask = notes.asks("openid").with("response_mode", mode).with("prompt", "none");

        var page = browser.open(ask);

        assertThat(page.error()).isEqualTo("consent_required");
        assertThat(page.sentToApp())
                .containsEntry("state", ask.get("state"))
                .containsEntry("iss", issuer);
        assertThat(page.answer().status()).isEqualTo(mode.equals("form_post") ? 200 : 303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "fragment", "form_post"})
    void whatThePersonDecidesTravelsInTheSameWay(String mode) {
        var ask = notes.asks("openid").with("response_mode", mode);

        assertThat(browser.press(browser.open(ask), "deny").error()).isEqualTo("access_denied");
        var page = browser.press(browser.open(ask), "allow");

        notes.redeems(page.code(), ask).expect(200);
        assertThat(page.answer().status()).isEqualTo(mode.equals("form_post") ? 200 : 303);
    }

    @Test
    void aFormWritesWhatItIsToldAndNoMarkup() {
        var odd = "\"><script>alert(1)</script>\u0000 &amp; +";
        var ask = trusted.asks("openid").with("response_mode", "form_post").with("state", odd);

        var page = browser.open(ask);

        assertThat(page.html().select("script")).hasSize(1);
        assertThat(page.sentToApp().get("state")).isEqualTo(odd.replace('\u0000', '\ufffd'));
    }

    @Test
    void onlyAWebServerCanTakeAForm() {
        Ask ask = mobile.asks("openid").with("response_mode", "form_post");

        assertThat(browser.open(ask).error()).isEqualTo("invalid_request");
        assertThat(
                        browser.open(ask.with("redirect_uri", "http://127.0.0.1:5123/callback"))
                                .isAt("/consent"))
                .isNotNull();
    }
}
