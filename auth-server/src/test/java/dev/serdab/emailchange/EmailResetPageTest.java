package dev.serdab.emailchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Browser;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.Page;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Choosing a new address with nothing but the mail and a browser. */
class EmailResetPageTest extends FrontEndTest {

    private Browser browser;

    @BeforeEach
    void openABrowser() {
        browser = new Browser(issuer);
        people.registered("ada@example.org");
    }

    @Test
    void theLinkLeadsToANewAddressOnce() {
        var link = link();

        var done = choose(browser.open(link).expect(200), " new@EXAMPLE.org").expect(200);

        assertThat(done.title()).isEqualTo("Your address is changed");
        assertThat(done.body()).contains("new@example.org");
        createJwt("new@example.org", People.PASSWORD).expect(200);
        browser.open(link).isError(410, "This link no longer works");
    }

    @Test
    void whatIsWrongIsToldAtTheFieldAndTheLinkStaysGood() {
        people.registered("bob@example.org");
        var page = browser.open(link());

        assertThat(problem(choose(page, "ada"))).startsWith("Give an e-mail address");
        assertThat(problem(choose(page, ""))).startsWith("Give an e-mail address");
        assertThat(problem(choose(page, "a".repeat(250) + "@example.org")))
                .startsWith("Give an e-mail address");
        assertThat(problem(choose(page, "BOB@example.org")))
                .startsWith("There is already an account with this address");

        choose(page, "new@example.org").expect(200);
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        browser.post(link().substring(issuer.length()), Map.of("new_email", "eve@example.org"))
                .isError(403, "This page was open for too long");
    }

    private String link() {
        browser.press(browser.open("/email/reset"), "ask", Map.of("email", "ada@example.org"))
                .expect(200);
        return mails.one().link();
    }

    private Page choose(Page page, String email) {
        return browser.press(page, "choose-email", Map.of("new_email", email));
    }

    private static String problem(Page page) {
        return page.expect(422).html().select("#new-email-problem").text();
    }
}
