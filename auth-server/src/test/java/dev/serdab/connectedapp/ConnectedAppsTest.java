package dev.serdab.connectedapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Browser;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** A person sees which apps may use the account, and ends it. */
class ConnectedAppsTest extends ProtocolTest {

    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
    }

    @Test
    void withoutAppsThePageSaysSo() {
        browser.signedIn(ada);

        assertThat(apps()).contains("No app may use your account");
    }

    @Test
    void appsAreListedWithWhatTheyMay() {
        notes.tokensFor(ada, browser, "openid notes.read");
        trusted.tokensFor(ada, browser, "openid profile");

        assertThat(apps())
                .contains("Remove access of Notes", "Read your notes")
                .contains("Remove access of trusted", "See your name")
                .doesNotContain("mobile");
    }

    @Test
    void removingEndsWhatTheAppHoldsAndItHasToAskAgain() {
        var tokens = notes.tokensFor(ada, browser, "openid offline_access");
        var others = mobile.tokensFor(ada, browser, "openid");

        browser.press(browser.open("/account/apps"), "remove-1").expect(200).isAt("/account/apps");

        notes.refreshes(tokens.refresh()).expect(400);
        notes.asksUserInfo(tokens.access()).expect(401);
        mobile.refreshes(others.refresh()).expect(200);
        assertThat(apps()).doesNotContain("Notes");
        assertThat(browser.open(notes.asks("openid")).path()).isEqualTo("/consent");
    }

    @Test
    void nobodyEndsWhatSomebodyElseAllowed() {
        var tokens = notes.tokensFor(ada, browser, "openid");
        var bob = new Browser(issuer).signedIn(people.registered("bob@example.org"));
        var csrf = bob.open("/sign-out").csrfToken();

        bob.post("/account/apps", Map.of("_csrf", csrf, "client_id", "notes")).expect(200);
        bob.post("/account/apps", Map.of("_csrf", csrf, "client_id", "nobody")).expect(200);

        notes.refreshes(tokens.refresh()).expect(200);
    }

    @Test
    void theAccountPageLeadsThere() {
        browser.signedIn(ada);

        assertThat(browser.open("/account").expect(200).body()).contains("href=\"/account/apps\"");
        assertThat(new Browser(issuer).open("/account/apps").path()).isEqualTo("/sign-in");
    }

    private String apps() {
        return browser.open("/account/apps").expect(200).body();
    }
}
