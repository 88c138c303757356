package dev.serdab.registration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static dev.serdab.testing.Visit.backAtApp;

import com.microsoft.playwright.options.AriaRole;

import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.Browsers.JavaScript;
import dev.serdab.testing.People;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing up with a real browser. */
class BrowserSignUpTest extends BrowserTest {

    @ParameterizedTest
    @EnumSource
    void whoeverSignsUpForAnAppLandsThere(JavaScript javaScript) {
        try (var visit = visit(javaScript)) {
            var ask = notes.asks("openid email").with("prompt", "create");
            var page = visit.open(issuer + ask.path());
            assertThat(page.locator(".app")).containsText("Notes");
            page.fill("#name", "Ada");
            page.fill("#email", "ada@example.org");
            page.fill("#password", "12345678");
            page.click("#sign-up");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("digits only");
            assertThat(page.locator("#problem")).isFocused();
            assertThat(page.locator("#email")).hasValue("ada@example.org");
            assertThat(page.locator("#password")).hasValue("");
            page.fill("#password", People.PASSWORD);
            page.click("#sign-up");
            page.click("#allow");

            notes.redeems(backAtApp(page, notes).get("code"), ask).expect(200);
        }
    }
}
