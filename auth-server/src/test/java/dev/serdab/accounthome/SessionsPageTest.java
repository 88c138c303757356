package dev.serdab.accounthome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Browser;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** People see where they are signed in, and end it. */
class SessionsPageTest extends FrontEndTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String SAFARI =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1";

    private Account ada;
    private Browser browser;
    private Browser phone;

    @BeforeEach
    void somebodyIsSignedInTwice() {
        ada = people.registered("ada@example.org");
        phone = new Browser(issuer).callingItself(SAFARI).signedIn(ada);
        browser = new Browser(issuer).callingItself(FIREFOX).signedIn(ada);
    }

    @Test
    void browsersAreListedInWordsAndThisOneIsMarked() {
        var rows = browser.open("/account/sessions").expect(200).html().select(".rows li");

        assertThat(rows.select(".row-name").eachText())
                .containsExactlyInAnyOrder("Firefox on Linux This browser", "Safari on iPhone");
        assertThat(rows.text()).contains("from 127.0.0.0").doesNotContain("127.0.0.1");
        assertThat(rows.select("button")).hasSize(1);
        assertThat(List.of(database.dump())).noneMatch(dump -> dump.contains("Mozilla"));
    }

    @Test
    void aBrowserThatNobodyKnowsIsCalledABrowser() {
        var odd = new Browser(issuer).callingItself("curl/8").signedIn(ada);

        assertThat(odd.open("/account/sessions").html().select(".row-name").eachText())
                .contains("A browser This browser");
    }

    @Test
    void oneBrowserIsSignedOutFromAnother() {
        var page = browser.open("/account/sessions");
        var button = page.html().selectFirst(".rows button").id();

        browser.press(page, button).expect(200).isAt("/account/sessions");

        assertThat(phone.isSignedIn()).isFalse();
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void nobodyEndsSomebodyElsesSession() {
        var bob = new Browser(issuer).signedIn(people.registered("bob@example.org"));
        var page = browser.open("/account/sessions").html();
        var session = page.selectFirst(".rows button").attr("value");
        var csrf = bob.open("/account/sessions").csrfToken();

        bob.post("/account/sessions", Map.of("_csrf", csrf, "session", session)).expect(200);

        assertThat(phone.isSignedIn()).isTrue();
    }

    @Test
    void allOthersAreSignedOutAtOnce() {
        browser.press(browser.open("/account/sessions"), "end-others").expect(200);

        assertThat(phone.isSignedIn()).isFalse();
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(browser.open("/account/sessions").html().select("#end-others")).isEmpty();
    }

    @Test
    void everythingEndsAtOnceKeysAndTokensOfAppsToo() {
        var key = logIn(ada);
        var jwt = createJwt("ada@example.org", People.PASSWORD).expect(200);

        browser.press(browser.open("/account/sessions"), "end-everything").isAt("/sign-in");

        assertThat(phone.isSignedIn()).isFalse();
        assertThat(browser.isSignedIn()).isFalse();
        withKey(key).get("/users/me/").expect(401);
        app.post("/jwt/refresh/", Map.of("refresh", jwt.text("refresh"))).expect(401);
        new Browser(issuer).signedIn(ada);
    }
}
