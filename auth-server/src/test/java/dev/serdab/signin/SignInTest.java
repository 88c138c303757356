package dev.serdab.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.AccountChanges;
import dev.serdab.session.BrowserSessions;
import dev.serdab.session.Factor;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.Page;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Signing in, and what others might try with it. */
class SignInTest extends ProtocolTest {

    @Autowired BrowserSessions sessions;
    @Autowired AccountChanges changes;
    @Autowired TransactionTemplate transaction;

    @Test
    void aRightPasswordSignsIn() {
        browser.signedIn(people.registered("ada@example.org"));

        assertThat(browser.open("/account").body()).contains("ada@example.org");
    }

    @Test
    void whoOpensThePageAgainSeesWhoTheyAreAndGoesOnOrSignsInAsAnother() {
        assertThat(browser.open("/sign-in").html().select("#go-on")).isEmpty();
        browser.signedIn(people.registered("ada@example.org"));

        var page = browser.open("/sign-in").expect(200);

        assertThat(page.html().select("main").text()).contains("ada@example.org");
        assertThat(page.html().select("#go-on").attr("href")).isEqualTo("/account");
        browser.signIn(page, people.registered("bob@example.org"));
        assertThat(browser.open("/account").body()).contains("bob@example.org");
    }

    @Test
    void theAddressCountsWhateverItsCaseAndThePasswordWithoutSpaceAround() {
        people.registered("ada@example.org");

        signIn(browser, " ADA@Example.ORG ", "  " + People.PASSWORD + "\t").isAt("/account");
    }

    @Test
    void nobodySignsInWithAPasswordThatWasResetWhileItWasChecked() {
        var checked = people.registered("ada@example.org");
        transaction.executeWithoutResult(_ -> changes.resetPassword(checked.id(), "!"));

        assertThat(sessions.signIn(checked, null, Set.of(Factor.PASSWORD))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "plum tree 42 lanterN", "a\u0000b"})
    void aWrongPasswordDoesNot(String password) {
        people.registered("ada@example.org");

        signIn(browser, "ada@example.org", password).expect(422).isAt("/sign-in");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.org", "", "not an address", "ada\u0000@example.org"})
    void anUnknownAddressIsAnsweredLikeAWrongPassword(String email) {
        people.registered("ada@example.org");

        var unknown = signIn(browser, email, People.PASSWORD).expect(422);
        var wrong = signIn(browser, "ada@example.org", "wrong").expect(422);

        assertThat(unknown.html().select("#problem").text())
                .isEqualTo(wrong.html().select("#problem").text());
    }

    @Test
    void anAccountThatIsNotActiveIsToldOnlyToWhoKnowsItsPassword() {
        people.inactive("ada@example.org");

        assertThat(signIn(browser, "ada@example.org", "wrong").html().select("#problem").text())
                .doesNotContain("active");
        assertThat(
                        signIn(browser, "ada@example.org", People.PASSWORD)
                                .expect(422)
                                .html()
                                .select("#problem")
                                .text())
                .contains("active");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void anAccountThatIsDisabledIsSignedOutAtOnce() {
        browser.signedIn(people.registered("ada@example.org"));

        database.sql().sql("update account set is_active = false").update();

        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void theSessionCookieIsForThisServerAlone() {
        var ada = people.registered("ada@example.org");

        var page = browser.open("/sign-in");
        var answer =
                browser.http()
                        .post(
                                "/sign-in",
                                Map.of(
                                        "email",
                                        ada.email().value(),
                                        "password",
                                        People.PASSWORD,
                                        "_csrf",
                                        page.csrfToken()));

        assertThat(answer.expect(303).header("Set-Cookie"))
                .matches("sid=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
        assertThat(page.answer().header("Set-Cookie"))
                .matches("csrf=[^;]+; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void aVisitorHasNoSession() {
        browser.open("/sign-in");

        assertThat(browser.cookie("sid")).isEmpty();
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/",
                "//evil.example.com/",
                "/\\evil.example.com",
                "javascript:alert(1)",
                "https:evil.example.com",
                "%0d%0aLocation:https://evil.example.com",
                "{x}"
            })
    void aSignInLeadsNowhereElse(String target) {
        var ada = people.registered("ada@example.org");

        var page = browser.open("/sign-in?" + Http.form(Map.of("continue", target)));
        assertThat(page.handle()).isEmpty();
        assertThat(page.answer().header("Content-Security-Policy")).contains("form-action 'self';");

        var answer =
                browser.http()
                        .post(
                                "/sign-in",
                                Map.of(
                                        "email",
                                        ada.email().value(),
                                        "password",
                                        People.PASSWORD,
                                        "continue",
                                        target,
                                        "_csrf",
                                        page.csrfToken()));
        assertThat(answer.expect(303).location().toString()).isEqualTo(issuer + "/account");
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        var ada = people.registered("ada@example.org");
        var form =
                Map.of(
                        "email",
                        ada.email().value(),
                        "password",
                        People.PASSWORD,
                        "continue",
                        "x",
                        "decision",
                        "allow");

        new Page(browser.http().post("/sign-in", form))
                .isError(403, "This page was open for too long");
        browser.signedIn(ada);
        for (var path :
                new String[] {"/sign-in", "/consent", "/sign-out", "/connect/logout/confirmed"}) {
            new Page(browser.http().post(path, form))
                    .isError(403, "This page was open for too long");
        }
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void anotherBrowsersFormTokenDoesNotCount() {
        var ada = people.registered("ada@example.org");
        var token = new Browser(issuer).open("/sign-in").csrfToken();
        browser.open("/sign-in");

        browser.http()
                .post(
                        "/sign-in",
                        Map.of(
                                "email",
                                ada.email().value(),
                                "password",
                                People.PASSWORD,
                                "_csrf",
                                token))
                .expect(403);
    }

    @Test
    void whoeverMustSignInFirstIsSentToThisServerWhateverTheHostHeaderSays() {
        var answer = new Http(issuer).get("/account").expect(302);

        assertThat(answer.header("Location")).isIn("/sign-in", issuer + "/sign-in");
    }

    @Test
    void whoeverWasSignedInLearnsThatTheSessionHasEnded() {
        var ada = new Browser(issuer).signedIn(people.registered("ada@example.org"));
        assertThat(ada.open("/account").html().select("#ended")).isEmpty();
        database.sql().sql("delete from browser_session").update();

        var page = ada.open("/account").html();
        assertThat(page.selectFirst("#ended").text()).startsWith("Your session has ended");
        assertThat(page.select("#sign-in")).hasSize(1);
        assertThat(new Browser(issuer).open("/account").html().select("#ended")).isEmpty();
    }

    @Test
    void tooManyWrongPasswordsHaveToWait() {
        var ada = people.registered("ada@example.org");
        for (int i = 0; i < 10; i++) {
            signIn(browser, "ada@example.org", "wrong").expect(422);
        }

        signIn(browser, "ada@example.org", People.PASSWORD).expect(429);
        clock.pass(Duration.ofMinutes(16));
        browser.signedIn(ada);
    }

    private static Page signIn(Browser browser, String email, String password) {
        return browser.press(
                browser.open("/sign-in"), "sign-in", Map.of("email", email, "password", password));
    }
}
