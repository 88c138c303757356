package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Browser;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What people allow an app. */
class ConsentTest extends ProtocolTest {

    @Test
    void thePageSaysWhoAsksForWhat() {
        var ada = people.registered("ada@example.org");

        var page = browser.signIn(browser.open(notes.asks("openid email notes.read")), ada);

        assertThat(page.isAt("/consent").html().select(".app").text())
                .contains("Notes", "notes.example.com");
        assertThat(page.html().select(".scopes .sentence").eachText())
                .containsExactly(
                        "Know that it is you", "See your e-mail address", "Read your notes");
        assertThat(page.html().select("main").text()).contains("ada@example.org");
    }

    @Test
    void whatIsNewSinceLastTimeIsMarked() {
        var ada = people.registered("ada@example.org");
        var first = browser.signIn(browser.open(notes.asks("openid email")), ada);
        assertThat(first.html().select(".tag.new")).isEmpty();
        browser.allow(first);

        var more = browser.open(notes.asks("openid email notes.read")).isAt("/consent").html();

        assertThat(more.select(".scopes li:has(.new) .sentence").eachText())
                .containsExactly("Read your notes");
    }

    @Test
    void whatWasAllowedIsNotAskedAgain() {
        var ada = people.registered("ada@example.org");
        notes.tokensFor(ada, browser, "openid profile");

        assertThat(browser.open(notes.asks("openid profile")).code()).isNotEmpty();
        assertThat(browser.open(notes.asks("profile")).code()).isNotEmpty();
    }

    @Test
    void anAppThatAnyProgramCouldPassForIsNotGivenItAgainBehindOnesBack() {
        var ada = people.registered("ada@example.org");
        mobile.tokensFor(ada, browser, "openid profile");

        for (var address :
                List.of("com.example.mobile:/callback", "http://127.0.0.1:7001/callback")) {
            var ask = mobile.asks("openid").with("redirect_uri", address);
            var page = browser.open(ask).isAt("/consent");
            assertThat(browser.open(ask.with("prompt", "none")).error())
                    .isEqualTo("consent_required");
            assertThat(browser.allow(page).code()).isNotEmpty();
        }
    }

    @Test
    void whoeverHasJustSignedInForItIsNotAskedAgain() {
        var ada = people.registered("ada@example.org");
        mobile.tokensFor(ada, browser, "openid");

        var signIn = browser.open(mobile.asks("openid").with("prompt", "login"));
        assertThat(browser.signIn(signIn, ada).code()).isNotEmpty();

        var choice = browser.open(mobile.asks("openid").with("prompt", "select_account"));
        assertThat(browser.press(choice, "this-account").code()).isNotEmpty();
    }

    @Test
    void anAppWhoseAddressNobodyElseCanAnswerAtIsGivenItAgain() {
        var ada = people.registered("ada@example.org");
        mobile.tokensFor(ada, browser, "openid");
        var ask = mobile.asks("openid").with("redirect_uri", "https://mobile.example.com/callback");

        assertThat(browser.open(ask.with("prompt", "none")).code()).isNotEmpty();
    }

    @Test
    void somethingNewIsAskedForBesideWhatWasAllowedBefore() {
        var ada = people.registered("ada@example.org");
        notes.tokensFor(ada, browser, "openid profile");

        var ask = notes.asks("openid profile email");
        var page = browser.open(ask).isAt("/consent");

        assertThat(page.html().select("li:has(.tag.good) input").eachAttr("value"))
                .containsExactly("profile");
        assertThat(notes.redeems(browser.allow(page).code(), ask).text("scope"))
                .isEqualTo("openid profile email");
    }

    @Test
    void whatOnePersonAllowedNobodyElseDid() {
        notes.tokensFor(people.registered("ada@example.org"), browser, "openid");
        var bobs = new Browser(issuer);

        bobs.signedIn(people.registered("bob@example.org"));

        bobs.open(notes.asks("openid")).isAt("/consent");
        browser.open(mobile.asks("openid")).isAt("/consent");
    }

    @Test
    void aNoGoesBackToTheAppAndIsNotRemembered() {
        var ada = people.registered("ada@example.org");
        var ask = notes.asks("openid");
        var page = browser.signIn(browser.open(ask), ada);

        var answer = browser.press(page, "deny");

        assertThat(answer.error()).isEqualTo("access_denied");
        assertThat(answer.sentToApp())
                .containsEntry("state", ask.get("state"))
                .containsEntry("iss", issuer);
        browser.open(notes.asks("openid")).isAt("/consent");
    }

    @Test
    void whatIsUncheckedIsNotGranted() {
        var ada = people.registered("ada@example.org");
        var ask = notes.asks("openid email notes.read notes.write");
        var page = browser.signIn(browser.open(ask), ada);

        var code = browser.pressWithout(page, "allow", "email", "notes.write").code();

        var tokens = notes.redeems(code, ask).expect(200);
        assertThat(tokens.text("scope")).isEqualTo("openid notes.read");
        assertThat(notes.asksUserInfo(tokens.text("access_token")).expect(200).json().has("email"))
                .isFalse();
        browser.open(notes.asks("openid email")).isAt("/consent");
    }

    @Test
    void whatOnePersonWasAskedAnotherCannotAnswer() {
        var ada = people.registered("ada@example.org");
        var bob = people.registered("bob@example.org");
        var page = browser.signIn(browser.open(notes.asks("openid")), ada).isAt("/consent");
        browser.signOut();
        browser.signedIn(bob);

        var again = browser.press(page, "allow").isAt("/consent");

        assertThat(again.html().select("main").text()).contains("bob@example.org");
        assertThat(browser.press(again, "allow").code()).isNotEmpty();
    }

    @Test
    void allowingNothingIsANo() {
        var ada = people.registered("ada@example.org");
        var page = browser.signIn(browser.open(notes.asks("email notes.read")), ada);

        assertThat(browser.pressWithout(page, "allow", "email", "notes.read").error())
                .isEqualTo("access_denied");
    }

    @Test
    void whatWasNotAskedForCannotBeSlippedIn() {
        var ada = people.registered("ada@example.org");
        var ask = notes.asks("openid email");
        var page = browser.signIn(browser.open(ask), ada);

        var slipped =
                browser.http()
                        .send(
                                "POST",
                                "/consent",
                                "application/x-www-form-urlencoded",
                                page.fieldsOf("allow") + "&scope=notes.write&scope=offline_access");

        var code = slipped.expect(303).locationParameters().get("code");
        assertThat(notes.redeems(code, ask).expect(200).text("scope")).isEqualTo("openid email");
    }

    @Test
    void anAppOfTheHouseIsNotAskedFor() {
        var ada = people.registered("ada@example.org");

        assertThat(browser.signIn(browser.open(trusted.asks("openid profile")), ada).code())
                .isNotEmpty();
    }

    @Test
    void anAnswerCountsOnce() {
        var ada = people.registered("ada@example.org");
        var page = browser.signIn(browser.open(notes.asks("openid")), ada);
        assertThat(browser.allow(page).code()).isNotEmpty();

        browser.press(page, "allow").isError(400, "This request is over");
        browser.press(page, "deny").isError(400, "This request is over");
        browser.open("/consent?continue=" + page.handle()).isError(400, "This request is over");
        browser.open("/oauth2/authorize?continue=" + page.handle())
                .isError(400, "This request is over");
        assertThat(grants()).isEqualTo(1);
    }

    @Test
    void aDecisionThatIsNeitherYesNorNoIsNoYes() {
        var ada = people.registered("ada@example.org");
        var page = browser.signIn(browser.open(notes.asks("openid")), ada);

        var answer =
                browser.http()
                        .send(
                                "POST",
                                "/consent",
                                "application/x-www-form-urlencoded",
                                page.fieldsOf("allow")
                                        .replace("decision=allow", "decision=perhaps"));

        assertThat(answer.expect(303).locationParameters()).containsEntry("error", "access_denied");
    }

    @Test
    void twoRequestsInOneBrowserBothGetTheirAnswer() {
        var ada = people.registered("ada@example.org");
        var one = notes.asks("openid");
        var other = mobile.asks("openid email");
        var firstTab = browser.open(one);
        var secondTab = browser.open(other);

        var secondConsent = browser.signIn(secondTab, ada);
        var firstConsent = browser.signIn(firstTab, ada);
        var firstAnswer = browser.allow(firstConsent);
        var secondAnswer = browser.allow(secondConsent);

        assertThat(firstAnswer.sentToApp()).containsEntry("state", one.get("state"));
        assertThat(secondAnswer.sentToApp()).containsEntry("state", other.get("state"));
        notes.redeems(firstAnswer.code(), one).expect(200);
        mobile.redeems(secondAnswer.code(), other).expect(200);
    }

    @Test
    void aPageThatWasOpenTooLongSaysSo() {
        var ada = people.registered("ada@example.org");
        var page = browser.signIn(browser.open(notes.asks("openid")), ada);
        clock.pass(Duration.ofMinutes(31));

        browser.press(page, "allow").isError(400, "This request is over");
        assertThat(grants()).isZero();
    }

    @Test
    void whoeverWasSignedOutMeanwhileSignsInAndGoesOn() {
        var ada = people.registered("ada@example.org");
        var page = browser.signIn(browser.open(notes.asks("openid")), ada);
        database.sql().sql("delete from browser_session").update();

        var signIn = browser.press(page, "allow").isAt("/sign-in");
        assertThat(signIn.handle()).isEqualTo(page.handle());
        assertThat(browser.allow(browser.signIn(signIn, ada)).code()).isNotEmpty();
    }

    @Test
    void aConsentPageWithoutASessionLeadsToTheSignInForIt() {
        var page = browser.open(notes.asks("openid"));

        var signIn = browser.open("/consent?continue=" + page.handle()).isAt("/sign-in");

        assertThat(signIn.handle()).isEqualTo(page.handle());
    }

    private int grants() {
        return database.sql().sql("select count(*) from oauth_grant").query(Integer.class).single();
    }
}
