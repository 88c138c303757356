package dev.serdab.passkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static dev.serdab.testing.Browsers.JavaScript.OFF;
import static dev.serdab.testing.Browsers.JavaScript.ON;
import static dev.serdab.testing.Visit.backAtApp;
import static dev.serdab.testing.Visit.signIn;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.Browsers;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passkeys, as people with a browser live through them. */
class BrowserPasskeyTest extends BrowserTest {

    private static final String EMAIL = "ada@example.org";

    @BeforeEach
    void ada() {
        people.registered(EMAIL);
    }

    @Test
    void aPasskeyIsMadeAndSignsInByTheButton() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            var authenticator = Authenticators.of(page);
            makeOne(page);
            authenticator.ownerIsThere(false);
            signOut(page);

            withoutList(page);
            authenticator.ownerIsThere(true);
            page.navigate(issuer + notes.asks("openid").path());
            page.click("#sign-in-with-passkey");

            page.click("#allow");
            assertThat(backAtApp(page, notes)).containsKey("code");
        }
    }

    @Test
    void aPasskeySignsInFromTheListOfTheAddressField() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            var authenticator = Authenticators.of(page);
            makeOne(page);
            authenticator.ownerIsThere(false);
            signOut(page);

            page.navigate(issuer + "/sign-in");
            assertThat(page.locator("#email")).hasAttribute("autocomplete", "username webauthn");

            authenticator.ownerIsThere(true);
            page.reload();

            page.waitForURL(issuer + "/account");
        }
    }

    @Test
    void whoeverSignedInWithAPasswordIsOfferedOneAndGoesOn() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            Authenticators.of(page);
            page.navigate(issuer + notes.asks("openid").path());
            signIn(page, EMAIL, People.PASSWORD);
            assertThat(page.locator("h1")).hasText("Without a password next time?");
            keep(page, "passkey-offer");

            page.click("#make-passkey");

            page.click("#allow");
            assertThat(backAtApp(page, notes)).containsKey("code");
            page.navigate(issuer + "/account/passkeys");
            assertThat(page.locator("#passkeys li")).hasCount(1);
        }
    }

    @Test
    void whoeverSaysNotNowGoesOnAndIsNotAskedAgain() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            Authenticators.of(page);
            page.navigate(issuer + notes.asks("openid").path());
            signIn(page, EMAIL, People.PASSWORD);
            page.click("#not-now");
            page.click("#allow");
            assertThat(backAtApp(page, notes)).containsKey("code");

            signOut(page);
            page.navigate(issuer + "/sign-in");
            signIn(page, EMAIL, People.PASSWORD);
            page.waitForURL(issuer + "/account");
        }
    }

    @Test
    void aBrowserThatCannotIsOfferedNothing() {
        try (var visit = visit(OFF)) {
            var page = visit.open(issuer + "/sign-in");
            assertThat(page.locator("#sign-in-with-passkey")).isHidden();
            signIn(page, EMAIL, People.PASSWORD);
            page.waitForURL(issuer + "/account");

            page.navigate(issuer + "/account/passkeys");
            assertThat(page.locator("#make-passkey")).isHidden();
        }
    }

    @Test
    void aPasskeyThatWeDontKnowAnyMoreIsToldSoAndForgotten() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            var authenticator = Authenticators.of(page);
            makeOne(page);
            signOut(page);
            database.sql().sql("delete from passkey").update();

            withoutList(page);
            page.navigate(issuer + "/sign-in");
            page.click("#sign-in-with-passkey");

            assertThat(page.locator("#problem")).containsText("This passkey no longer works here");
            keep(page, "passkey-unknown");
            page.waitForCondition(() -> authenticator.passkeys() == 0);
        }
    }

    @Test
    void aBrowserForgetsAPasskeyThatItsOwnerRemoved() {
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + "/sign-in");
            var authenticator = Authenticators.of(page);
            makeOne(page);
            assertThat(authenticator.passkeys()).isEqualTo(1);
            keep(page, "passkeys");

            page.click("#passkeys a");
            page.waitForSelector("#remove");
            keep(page, "passkey");
            page.click("#remove");

            assertThat(page.locator(".empty")).isVisible();
            page.waitForCondition(() -> authenticator.passkeys() == 0);
        }
    }

    private static void keep(Page page, String name) {
        assertThat(Browsers.screenshot(page, name)).isNotEmptyFile();
    }

    private void makeOne(Page page) {
        page.navigate(issuer + "/sign-in");
        signIn(page, EMAIL, People.PASSWORD);
        page.click("#make-passkey");
        page.waitForURL(issuer + "/account");
        page.navigate(issuer + "/account/passkeys");
        assertThat(page.locator("#passkeys li")).hasCount(1);
    }

    /**
     * Only the button asks: an authenticator whose owner is always there answers the list at once.
     */
    private static void withoutList(Page page) {
        page.addInitScript(
                "PublicKeyCredential.isConditionalMediationAvailable = async () => false");
    }

    private void signOut(Page page) {
        page.navigate(issuer + "/sign-out");
        page.click("#sign-out");
        page.waitForSelector("main .actions");
    }
}
