package dev.serdab.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static dev.serdab.testing.Browsers.JavaScript.OFF;
import static dev.serdab.testing.Browsers.JavaScript.ON;
import static dev.serdab.testing.Visit.backAtApp;
import static dev.serdab.testing.Visit.signIn;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

import dev.serdab.testing.Ask;
import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.Browsers;
import dev.serdab.testing.Browsers.JavaScript;
import dev.serdab.testing.People;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

/** Signing in for an app, as a person with a browser lives through it. */
class BrowserSignInTest extends BrowserTest {

    private static final String EMAIL = "ada@example.org";

    @BeforeEach
    void ada() {
        people.registered(EMAIL);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSignsInAndAllowsLandsAtTheApp(JavaScript javaScript) {
        try (var visit = visit(javaScript)) {
            var ask = notes.asks("openid email notes.read");
            var page = visit.open(issuer + ask.path());
            assertThat(page.locator(".app")).containsText("Notes");
            signIn(page, EMAIL, People.PASSWORD);
            assertThat(page.locator("h1")).hasText("Allow access?");
            page.click("#allow");

            var tokens = tokens(backAtApp(page, notes), ask);
            assertThat(notes.asksUserInfo(tokens.access()).text("email")).isEqualTo(EMAIL);
            assertThat(tokens.scope()).isEqualTo("openid email notes.read");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordIsToldAndTheAddressStays(JavaScript javaScript) {
        try (var visit = visit(javaScript)) {
            var page = visit.open(issuer + notes.asks("openid").path());
            signIn(page, EMAIL, "not her password");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("We couldn’t sign you in");
            assertThat(page.locator("#problem")).isFocused();
            assertThat(page.locator("#email")).hasValue(EMAIL);
            assertThat(page.locator("#password")).hasValue("");
            assertThat(page.locator(".app")).containsText("Notes");

            signIn(page, EMAIL, People.PASSWORD);
            page.click("#allow");
            assertThat(backAtApp(page, notes)).containsKey("code");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerInAFormArrivesWithAndWithoutScripts(JavaScript javaScript) {
        try (var visit = visit(javaScript)) {
            var ask = notes.asks("openid email").with("response_mode", "form_post");
            var page = visit.open(issuer + ask.path());
            signIn(page, EMAIL, People.PASSWORD);
            page.click("#allow");
            if (javaScript == OFF) {
                assertThat(Browsers.screenshot(page, "form-post")).isNotEmptyFile();
                page.click("#continue");
            }
            page.waitForURL(notes.redirectUri());

            assertThat(page.locator("h1")).hasText("The app");
            assertThat(WEB_APP.posted().origin()).isEqualTo(issuer);
            assertThat(WEB_APP.posted().form()).doesNotContainKey("_csrf");
            tokens(WEB_APP.posted().form(), ask);
        }
    }

    @Test
    void whoeverDeniesGoesBackWithoutACode() {
        try (var visit = visit(ON)) {
            var ask = notes.asks("openid email");
            var page = visit.open(issuer + ask.path());
            signIn(page, EMAIL, People.PASSWORD);
            page.click("#deny");

            assertThat(backAtApp(page, notes))
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", ask.get("state"))
                    .doesNotContainKey("code");
        }
    }

    @Test
    void anUntickedBoxIsNotAllowed() {
        try (var visit = visit(ON)) {
            var ask = notes.asks("openid email notes.read");
            var page = visit.open(issuer + ask.path());
            signIn(page, EMAIL, People.PASSWORD);
            page.uncheck("[name=scope][value=email]");
            page.click("#allow");

            assertThat(tokens(backAtApp(page, notes), ask).scope()).isEqualTo("openid notes.read");
        }
    }

    @Test
    void twoTabsAtOnceBothArrive() {
        try (var visit = visit(ON)) {
            var one = notes.asks("openid email");
            var other = notes.asks("openid email");
            var oneTab = visit.open(issuer + one.path());
            var otherTab = visit.open(issuer + other.path());

            signIn(oneTab, EMAIL, People.PASSWORD);
            oneTab.click("#allow");
            // What was just allowed is not asked again: the sign-in form itself leads to the app.
            signIn(otherTab, EMAIL, People.PASSWORD);

            tokens(backAtApp(oneTab, notes), one);
            tokens(backAtApp(otherTab, notes), other);
        }
    }

    @Test
    void twoConsentPagesAtOnceBothArrive() {
        try (var visit = visit(ON)) {
            var one = notes.asks("openid email");
            var other = notes.asks("openid profile");
            var oneTab = visit.open(issuer + one.path());
            signIn(oneTab, EMAIL, People.PASSWORD);
            assertThat(oneTab.locator("h1")).hasText("Allow access?");
            var otherTab = visit.open(issuer + other.path());

            otherTab.click("#allow");
            oneTab.click("#allow");

            assertThat(tokens(backAtApp(oneTab, notes), one).scope()).isEqualTo("openid email");
            assertThat(tokens(backAtApp(otherTab, notes), other).scope())
                    .isEqualTo("openid profile");
        }
    }

    @Test
    void aBrowserThatPrefersKoreanGetsIt() {
        try (var visit = visit(ON, options -> options.setLocale("ko-KR"))) {
            var page = visit.open(issuer + notes.asks("openid").path());
            assertThat(page.locator("html")).hasAttribute("lang", "ko");
            assertThat(page.locator("#sign-in")).hasText("로그인");
            signIn(page, EMAIL, People.PASSWORD);
            assertThat(page.locator("html")).hasAttribute("lang", "ko");
            page.click("#allow");
            backAtApp(page, notes);
        }
    }

    @Test
    void aKeyboardIsEnough() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + notes.asks("openid email").path());
            var keys = page.keyboard();
            assertThat(page.locator("#email")).isFocused();
            keys.type(EMAIL);
            keys.press("Tab");
            assertThat(page.locator("#password")).isFocused();
            keys.type(People.PASSWORD);
            keys.press("Enter");

            assertThat(page.locator("h1")).hasText("Allow access?");
            keys.press("Tab");
            assertThat(page.locator("[name=scope][value=email]")).isFocused();
            keys.press("Tab");
            assertThat(page.locator("#deny")).isFocused();
            keys.press("Tab");
            assertThat(page.locator("#allow")).isFocused();
            keys.press("Enter");

            assertThat(backAtApp(page, notes)).containsKey("code");
        }
    }

    @Test
    void whoeverMustSignInOnceMoreSeesWhoIsAskedAndWhy() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            signIn(page, EMAIL, People.PASSWORD);
            page.waitForURL(issuer + "/account");
            page.navigate(issuer + notes.asks("openid").with("prompt", "login").path());

            assertThat(page.locator("#again"))
                    .hasText("Notes asks you to show once more that it is you.");
            assertThat(page.locator(".person")).containsText(EMAIL);
            assertThat(page.locator("#email")).hasValue(EMAIL);
            assertThat(page.locator("#password")).isFocused();
            page.fill("#password", People.PASSWORD);
            page.click("#sign-in");
            page.click("#allow");
            assertThat(backAtApp(page, notes)).containsKey("code");
        }
    }

    @Test
    void whoeverSignsOutIsAskedForThePasswordAgain() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/account");
            signIn(page, EMAIL, People.PASSWORD);
            assertThat(page.locator("main")).containsText(EMAIL);
            page.click("#sign-out");
            assertThat(page.locator("h1")).hasText("You are signed out");
            page.navigate(issuer + "/account");
            assertThat(page.locator("#sign-in")).isVisible();
        }
    }

    private Tokens tokens(Map<String, String> answer, Ask ask) {
        assertThat(answer).containsEntry("state", ask.get("state")).containsEntry("iss", issuer);
        return Tokens.of(notes.redeems(answer.get("code"), ask));
    }
}
