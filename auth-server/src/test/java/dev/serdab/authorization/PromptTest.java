package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** When people are bothered: {@code prompt} and {@code max_age} (OpenID Connect Core §3.1.2.1). */
class PromptTest extends ProtocolTest {

    @Test
    void silentlyNothingIsGivenWhileNobodyIsSignedIn() {
        assertThat(browser.open(notes.asks("openid").with("prompt", "none")).error())
                .isEqualTo("login_required");
    }

    @Test
    void silentlyNothingIsGivenThatWasNotAllowed() {
        browser.signedIn(people.registered("ada@example.org"));

        assertThat(browser.open(notes.asks("openid").with("prompt", "none")).error())
                .isEqualTo("consent_required");
    }

    @Test
    void silentlyTheSameIsGivenAgain() {
        var ada = people.registered("ada@example.org");
        var first = notes.tokensFor(ada, browser, "openid profile");
        var ask = notes.asks("openid profile").with("prompt", "none");

        var again = notes.redeems(browser.open(ask).code(), ask).expect(200);

        assertThat(Jwt.parse(again.text("id_token")).text("sub"))
                .isEqualTo(Jwt.parse(first.id()).text("sub"))
                .isEqualTo(ada.id().toString());
    }

    @Test
    void anAppMayHaveThePasswordAskedForOnceMore() {
        var ada = people.registered("ada@example.org");
        browser.signedIn(ada);
        clock.pass(Duration.ofSeconds(30));
        var ask = trusted.asks("openid").with("prompt", "login");

        var page = browser.open(ask).isAt("/sign-in");
        var code = browser.signIn(page, ada).code();

        var idToken = Jwt.parse(trusted.redeems(code, ask).expect(200).text("id_token"));
        assertThat(idToken.seconds("auth_time"))
                .isCloseTo(clock.instant().getEpochSecond(), offset(10L));
    }

    @Test
    void aWrongPasswordDoesNotPassForHavingBeenAsked() {
        var ada = people.registered("ada@example.org");
        browser.signedIn(ada);
        clock.pass(Duration.ofSeconds(1));
        var page = browser.open(trusted.asks("openid").with("prompt", "login"));

        browser.press(page, "sign-in", Map.of("email", "ada@example.org", "password", "wrong"))
                .expect(422);

        browser.open("/oauth2/authorize?continue=" + page.handle()).isAt("/sign-in");
    }

    @Test
    void aSignInForSomethingElseDoesNotPassForIt() {
        var ada = people.registered("ada@example.org");
        var page = browser.open(trusted.asks("openid").with("prompt", "login"));
        clock.pass(Duration.ofSeconds(1));

        browser.signedIn(ada);

        var again = browser.open("/oauth2/authorize?continue=" + page.handle()).isAt("/sign-in");
        assertThat(browser.signIn(again, ada).code()).isNotEmpty();
    }

    @Test
    void whatOneBrowserSignedInForAnotherHasNotSignedInFor() {
        var ada = people.registered("ada@example.org");
        var page = browser.open(trusted.asks("openid").with("prompt", "login consent"));
        browser.signIn(page, ada).isAt("/consent");

        var other = new Browser(issuer).signedIn(ada);

        other.open("/oauth2/authorize?continue=" + page.handle()).isAt("/sign-in");
    }

    @Test
    void aSignInThatIsOldEnoughIsDoneAgain() {
        var ada = people.registered("ada@example.org");
        browser.signedIn(ada);
        clock.pass(Duration.ofMinutes(10));

        assertThat(browser.open(trusted.asks("openid").with("max_age", "1200")).code())
                .isNotEmpty();
        var page = browser.open(trusted.asks("openid").with("max_age", "300")).isAt("/sign-in");
        assertThat(browser.signIn(page, ada).code()).isNotEmpty();
        assertThat(
                        browser.open(
                                        trusted.asks("openid")
                                                .with("max_age", "300")
                                                .with("prompt", "none"))
                                .code())
                .as("signed in just now")
                .isNotEmpty();
    }

    @Test
    void anAgeOfNothingAlwaysAsks() {
        var ada = people.registered("ada@example.org");
        browser.signedIn(ada);
        clock.pass(Duration.ofSeconds(1));

        var page = browser.open(trusted.asks("openid").with("max_age", "0")).isAt("/sign-in");

        assertThat(browser.signIn(page, ada).code()).isNotEmpty();
    }

    @Test
    void silentlyAnOldSignInIsNotEnough() {
        browser.signedIn(people.registered("ada@example.org"));
        clock.pass(Duration.ofMinutes(10));

        assertThat(
                        browser.open(
                                        trusted.asks("openid")
                                                .with("max_age", "300")
                                                .with("prompt", "none"))
                                .error())
                .isEqualTo("login_required");
    }

    @Test
    void signingInAgainContinuesTheSession() {
        var ada = people.registered("ada@example.org");
        var first = trusted.tokensFor(ada, browser, "openid");
        var ask = trusted.asks("openid").with("prompt", "login");
        var second = trusted.redeems(browser.signIn(browser.open(ask), ada).code(), ask);

        assertThat(Jwt.parse(second.text("id_token")).text("sid"))
                .isEqualTo(Jwt.parse(first.id()).text("sid"));

        browser.signOut();
        trusted.refreshes(first.refresh()).expect(400);
        trusted.refreshes(second.text("refresh_token")).expect(400);
    }

    @Test
    void signingInAgainMakesTheOldCookieWorthless() {
        var ada = people.registered("ada@example.org");
        var cookie = sessionCookie(browser.signedIn(ada));

        browser.signIn(browser.open(trusted.asks("openid").with("prompt", "login")), ada);

        var thief = new Http(issuer).with("Cookie", cookie);
        assertThat(thief.get("/account").expect(302).location().getPath()).isEqualTo("/sign-in");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void somebodyElseWhoSignsInEndsTheSessionOfTheFirst() {
        var ada = people.registered("ada@example.org");
        var bob = people.registered("bob@example.org");
        var adas = trusted.tokensFor(ada, browser, "openid");

        var ask = trusted.asks("openid").with("prompt", "login");
        var bobs = trusted.redeems(browser.signIn(browser.open(ask), bob).code(), ask).expect(200);

        assertThat(Jwt.parse(bobs.text("id_token")).text("sub")).isEqualTo(bob.id().toString());
        trusted.refreshes(adas.refresh()).expect(400);
    }

    @Test
    void anAppMayHaveConsentAskedForOnceMore() {
        var ada = people.registered("ada@example.org");
        notes.tokensFor(ada, browser, "openid");

        var page = browser.open(notes.asks("openid").with("prompt", "consent")).isAt("/consent");

        assertThat(browser.allow(page).code()).isNotEmpty();
    }

    @Test
    void bothMayBeAskedForAtOnce() {
        var ada = people.registered("ada@example.org");
        notes.tokensFor(ada, browser, "openid");

        var page = browser.open(notes.asks("openid").with("prompt", "login consent"));

        assertThat(browser.allow(browser.signIn(page, ada)).code()).isNotEmpty();
    }

    @Test
    void anAppMayHaveTheAccountChosen() {
        var ada = people.registered("ada@example.org");
        browser.signedIn(ada);
        var ask = trusted.asks("openid").with("prompt", "select_account");

        var page = browser.open(ask).isAt("/choose-account");
        assertThat(page.html().select("main").text()).contains("ada@example.org", "trusted");
        var code = browser.press(page, "this-account").code();

        trusted.redeems(code, ask).expect(200);
        browser.open(ask).isAt("/choose-account");
    }

    @Test
    void andAnotherOneCanBeChosen() {
        var bob = people.registered("bob@example.org");
        browser.signedIn(people.registered("ada@example.org"));
        var ask = trusted.asks("openid").with("prompt", "select_account");

        var signIn = browser.press(browser.open(ask), "other-account").isAt("/sign-in");
        var tokens = trusted.redeems(browser.signIn(signIn, bob).code(), ask).expect(200);

        assertThat(Jwt.parse(tokens.text("id_token")).text("sub")).isEqualTo(bob.id().toString());
    }

    @Test
    void whoeverIsNotSignedInChoosesBySigningIn() {
        var ada = people.registered("ada@example.org");
        var ask = trusted.asks("openid").with("prompt", "select_account");

        assertThat(browser.signIn(browser.open(ask).isAt("/sign-in"), ada).code()).isNotEmpty();
    }

    @Test
    void aChoiceCountsForTheSessionThatMadeItAndForOneRequest() {
        browser.signedIn(people.registered("ada@example.org"));
        var page = browser.open(trusted.asks("openid").with("prompt", "select_account consent"));
        browser.press(page, "this-account").isAt("/consent");
        clock.pass(Duration.ofSeconds(1));

        var other = new Browser(issuer).signedIn(people.registered("bob@example.org"));
        clock.pass(Duration.ofSeconds(1));
        other.open("/oauth2/authorize?continue=" + page.handle()).isAt("/choose-account");
        var again = trusted.asks("openid").with("prompt", "select_account");
        var waiting = browser.open(again);
        other.open("/oauth2/authorize?continue=" + waiting.handle());
        browser.press(waiting, "this-account");
        browser.open("/choose-account?continue=" + waiting.handle())
                .isError(400, "This request is over");
    }

    @Test
    void whatOnePersonWasShownAnotherDoesNotAnswer() {
        browser.signedIn(people.registered("ada@example.org"));
        var ask = trusted.asks("openid").with("prompt", "select_account");
        var page = browser.open(ask).isAt("/choose-account");
        browser.signOut();
        browser.signedIn(people.registered("bob@example.org"));

        var again = browser.press(page, "this-account").isAt("/choose-account");

        assertThat(again.html().select("main").text()).contains("bob@example.org");
        assertThat(browser.press(again, "this-account").code()).isNotEmpty();
    }

    @Test
    void anAccountPageWithoutASessionLeadsToTheSignInForIt() {
        browser.signedIn(people.registered("ada@example.org"));
        var page = browser.open(trusted.asks("openid").with("prompt", "select_account"));

        new Browser(issuer).open("/choose-account?continue=" + page.handle()).isAt("/sign-in");
        browser.signOut();
        browser.press(page, "this-account").isAt("/sign-in");
    }

    @Test
    void theExpectedPersonStandsOnTheSignInPage() {
        var page = browser.open(notes.asks("openid").with("login_hint", "ada@example.org"));

        assertThat(page.html().select("#email").val()).isEqualTo("ada@example.org");
    }

    private String sessionCookie(Browser of) {
        return "sid=" + of.cookie("sid");
    }
}
