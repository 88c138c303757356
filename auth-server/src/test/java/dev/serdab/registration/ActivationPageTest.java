package dev.serdab.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Browser;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.MailDirectory.Letter;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.util.Map;

/** Activating an account with nothing but the mail and a browser. */
@TestPropertySource("/djoser/settings/strict.properties")
class ActivationPageTest extends FrontEndTest {

    private Browser browser;

    @BeforeEach
    void openABrowser() {
        browser = new Browser(issuer);
    }

    @Test
    void thePagesButtonActivatesAndOpeningThePageDoesNot() {
        var path = path(signsUp());
        browser.open(path).expect(200);
        createJwt("ada@example.org", People.PASSWORD).expect(401);

        var done = browser.press(browser.open(path), "activate");

        assertThat(done.expect(200).title()).isEqualTo("Your account is active");
        createJwt("ada@example.org", People.PASSWORD).expect(200);
        assertThat(mails.one().subject()).startsWith("Strict Site - Your account has been");
    }

    @Test
    void whoeverFollowsALinkTwiceIsToldThatNothingIsLeftToDo() {
        var path = path(signsUp());
        var page = browser.open(path);
        browser.press(page, "activate");

        assertThat(browser.open(path).expect(200).body()).contains("There is nothing left to do");
        assertThat(browser.press(page, "activate").expect(200).body())
                .contains("There is nothing left to do");
    }

    @Test
    void whoeverHasNoGoodLinkGetsAnother() {
        signsUp();
        var gone = browser.open("/activate/MQ/abc-123");
        gone.isError(410, "This link no longer works");

        var ask = browser.open(gone.html().selectFirst("#ask").attr("href")).expect(200);
        browser.press(ask, "ask", Map.of("email", "ada@example.org")).expect(200);

        browser.press(browser.open(path(mails.one())), "activate").expect(200);
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        browser.post(path(signsUp()), Map.of()).isError(403, "This page was open for too long");
    }

    private Letter signsUp() {
        app.post(
                        "/users/",
                        Map.of(
                                "email",
                                "ada@example.org",
                                "name",
                                "Ada",
                                "password",
                                People.PASSWORD,
                                "re_password",
                                People.PASSWORD))
                .expect(201);
        return mails.one();
    }

    private static String path(Letter mail) {
        return "/activate/" + mail.uid() + "/" + mail.token();
    }
}
