package dev.serdab.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Browser;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.MailDirectory.Letter;
import dev.serdab.testing.Page;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Choosing a new password with nothing but the mail and a browser. */
class PasswordResetPageTest extends FrontEndTest {

    private static final String GONE = "This link no longer works";

    private Browser browser;
    private Account ada;

    @BeforeEach
    void openABrowser() {
        browser = new Browser(issuer);
        ada = people.registered("ada@example.org");
    }

    @Test
    void theLinkLeadsToANewPasswordOnce() {
        var mail = asks("ADA@example.org");

        var done = choose(browser.open(mail.link()).expect(200), " " + NEW_PASSWORD + " ");

        assertThat(done.expect(200).title()).isEqualTo("Your password is changed");
        assertThat(browser.isSignedIn()).isFalse();
        createJwt("ada@example.org", NEW_PASSWORD).expect(200);
        browser.open(mail.link()).isError(410, GONE);
    }

    @Test
    void openingALinkDoesNotUseItUp() {
        var link = asks("ada@example.org").link();

        for (int i = 0; i < 3; i++) {
            browser.open(link).expect(200);
            app.send("HEAD", link, null, "").expect(200);
        }

        choose(browser.open(link), NEW_PASSWORD).expect(200);
    }

    @Test
    void whatIsWrongIsToldAtTheFieldAndTheLinkStaysGood() {
        var page = browser.open(asks("ada@example.org").link());

        var weak = choose(page, "12345").expect(422).html();
        assertThat(weak.select("#password-problem").text())
                .isEqualTo(
                        "This password is too short. It needs at least 8 characters. Very many"
                                + " people use this password. Choose another one. This password has"
                                + " digits only. Add some letters.");
        assertThat(weak.selectFirst("#password").attr("aria-describedby"))
                .isEqualTo("password-hint password-problem");
        assertThat(weak.title()).startsWith("Error: ");
        assertThat(choose(page, "ada@examp").expect(422).body())
                .contains("too much like the e-mail address");
        choose(page, "  ").expect(422);
        choose(page, "q7".repeat(2049)).expect(422);

        choose(page, NEW_PASSWORD).expect(200);
    }

    @Test
    void theFormTellsAPasswordManagerWhosePasswordItIs() {
        var form = browser.open(asks("ada@example.org").link()).html().selectFirst("form");

        assertThat(form.selectFirst("[autocomplete=username]").val()).isEqualTo("ada@example.org");
        assertThat(form.selectFirst("#password").attr("autocomplete")).isEqualTo("new-password");
    }

    @Test
    void theLinkIsToldToNobodyAndKeptNowhere() {
        var answer = browser.open(asks("ada@example.org").link()).answer();

        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        var path = asks("ada@example.org").link().substring(issuer.length());

        browser.post(path, Map.of("password", NEW_PASSWORD))
                .isError(403, "This page was open for too long");

        choose(browser.open(path), NEW_PASSWORD).expect(200);
    }

    @Test
    void whoeverHasNoGoodLinkIsToldHowToGetOne() {
        var gone = browser.open("/password/reset/confirm/MQ/abc-123");
        gone.isError(410, GONE);

        var ask = browser.open(gone.html().selectFirst("#ask").attr("href")).expect(200);

        assertThat(ask.title()).isEqualTo("Forgot your password?");
        assertThat(browser.open("/sign-in").html().select("a[href=/password/reset]")).hasSize(1);
    }

    @Test
    void whoeverAsksIsToldTheSameWhetherOrNotThereIsAnAccount() {
        var known = ask("ada@example.org").expect(200);
        var unknown = ask("nobody@example.org").expect(200);

        assertThat(unknown.html().select("main").text())
                .isEqualTo(known.html().select("main").text());
        assertThat(mails.one().to()).isEqualTo("ada@example.org");
        assertThat(ask("ada").expect(422).html().selectFirst("#email").val()).isEqualTo("ada");
    }

    @Test
    void aResetByThePageEndsWhatTheOldPasswordOpened() {
        var elsewhere = new Browser(issuer).signedIn(ada);

        choose(browser.open(asks("ada@example.org").link()), NEW_PASSWORD).expect(200);

        assertThat(elsewhere.isSignedIn()).isFalse();
        createJwt("ada@example.org", People.PASSWORD).expect(401);
    }

    private Letter asks(String email) {
        ask(email).expect(200);
        return mails.one();
    }

    private Page ask(String email) {
        return browser.press(browser.open("/password/reset"), "ask", Map.of("email", email));
    }

    private Page choose(Page page, String password) {
        return browser.press(page, "choose-password", Map.of("password", password));
    }
}
