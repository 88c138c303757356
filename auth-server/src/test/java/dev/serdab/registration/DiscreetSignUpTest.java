package dev.serdab.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.App;
import dev.serdab.testing.Browser;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.Page;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.net.URI;
import java.util.Map;

/** Signing up in a browser where accounts are activated by mail. */
@TestPropertySource(
        properties =
                """
                serdab.account-api.send-activation-email=true
                serdab.bootstrap.clients[0].client-id=shop
                serdab.bootstrap.clients[0].client-secret=the secret of shop, which is long enough
                serdab.bootstrap.clients[0].redirect-uris=https://shop.example.com/callback
                serdab.bootstrap.clients[0].require-consent=false
                """)
class DiscreetSignUpTest extends FrontEndTest {

    private static final String MINE = "a password of mine 7";

    private Browser browser;
    private App shop;

    @BeforeEach
    void openABrowser() {
        browser = new Browser(issuer);
        shop = App.confidential(issuer, "shop", "https://shop.example.com/callback");
    }

    @Test
    void aNewAccountIsOfUseOnceItsMailWasFollowed() {
        signUp(browser.open("/sign-up"), "ada@example.org");

        assertThat(browser.isSignedIn()).isFalse();
        createJwt("ada@example.org", MINE).expect(401);
        followsTheMail(browser);
        createJwt("ada@example.org", MINE).expect(200);
    }

    @Test
    void theAnswerDoesNotTellWhoHasAnAccountButTheirMailDoes() {
        var ada = people.registered("ada@example.org");
        // Both with the same letter before their name, which the page shows.
        var unknown = signUp(browser.open("/sign-up"), "abe@example.org");
        assertThat(mails.one().link()).contains("/activate/");
        for (var known : new String[] {"aDA@example.org"}) {
            var page = signUp(browser.open("/sign-up"), known);
            assertThat(page.body().replace(known, "abe@example.org")).isEqualTo(unknown.body());
            assertThat(page.answer().response().headers().map().keySet())
                    .isEqualTo(unknown.answer().response().headers().map().keySet());
            var mail = mails.one();
            assertThat(mail.to()).isEqualToIgnoringCase(known);
            assertThat(mail.subject()).contains("You already have an account");
            assertThat(mail.link()).isEqualTo(issuer + "/sign-in");
        }
        createJwt("ada@example.org", People.PASSWORD).expect(200);
        createJwt("ada@example.org", MINE).expect(401);
        assertThat(now(ada).name()).isEqualTo(ada.name());
    }

    @Test
    void theOwnerOfAnAddressNeverActivatesWhatAStrangerChose() {
        signUp("ada@example.org", "Eve", "chosen by a stranger 9").expect(201);
        var strangers = mails.one();
        signUp(browser.open("/sign-up"), "ada@example.org");
        var mail = mails.one();

        app.post("/users/activation/", Map.of("uid", strangers.uid(), "token", strangers.token()))
                .expect(400);
        var page = browser.open(mail.link()).expect(200);
        var weak = browser.press(page, "activate", Map.of("password", "12345")).expect(422);
        assertThat(weak.html().title()).startsWith("Error: ");
        createJwt("ada@example.org", "chosen by a stranger 9").expect(401);

        browser.press(page, "activate", Map.of("password", MINE)).expect(200);

        createJwt("ada@example.org", MINE).expect(200);
        createJwt("ada@example.org", "chosen by a stranger 9").expect(401);
        assertThat(browser.open(mail.link()).expect(200).body())
                .contains("There is nothing left to do");
    }

    @Test
    void theLinkOfThePageIsNotOneThatAFrontEndActivatesWithoutAPassword() {
        signUp(browser.open("/sign-up"), "ada@example.org");
        var mail = mails.one();

        app.post("/users/activation/", Map.of("uid", mail.uid(), "token", mail.token()))
                .expect(400);

        assertThat(mail.link()).startsWith(issuer + "/activate/");
        var page = browser.open(mail.link()).expect(200);
        browser.press(page, "activate", Map.of("password", MINE)).expect(200);
    }

    @Test
    void whoLostTheMailGetsAnotherOneThatAsksForThePasswordToo() {
        signUp(browser.open("/sign-up"), "ada@example.org");
        mails.one();

        browser.press(browser.open("/activate"), "ask", Map.of("email", "ada@example.org"))
                .expect(200);

        followsTheMail(browser);
        createJwt("ada@example.org", MINE).expect(200);
    }

    @Test
    void whoeverIsSwitchedOffIsNotStartedOver() {
        var ada = people.registered("ada@example.org");
        new Browser(issuer).signedIn(ada);
        database.sql().sql("update account set is_active = false").update();

        signUp(browser.open("/sign-up"), "ada@example.org");

        assertThat(mails.one().subject()).contains("You already have an account");
        assertThat(now(ada).isActive()).isFalse();
    }

    @Test
    void nobodyIsMailedMoreThanTheLimitAllows() {
        people.registered("ada@example.org");

        for (int i = 0; i < 7; i++) {
            signUp(browser.open("/sign-up"), "ada@example.org");
        }

        assertThat(mails.fresh()).hasSize(5);
    }

    @Test
    void inTheSameBrowserTheAppIsGivenWhatItAskedForAfterTheMail() {
        var ask = shop.asks("openid").with("prompt", "create");
        signUp(browser.open(ask).isAt("/sign-up"), "ada@example.org");

        var done = followsTheMail(browser);
        var signIn = browser.open(done.html().selectFirst("main .actions a").attr("href"));
        var page = browser.signIn(signIn, "ada@example.org", MINE);

        shop.redeems(page.code(), ask).expect(200);
    }

    @Test
    void inAnotherBrowserOneJustSignsIn() {
        signUp(browser.open(shop.asks("openid").with("prompt", "create")), "ada@example.org");

        var done = followsTheMail(new Browser(issuer));

        assertThat(done.html().selectFirst("main .actions a").attr("href")).isEqualTo("/sign-in");
    }

    private Page signUp(Page page, String email) {
        assertThat(page.html().select("#password")).isEmpty();
        var typed = Map.of("name", "Ada", "email", email);
        var done = browser.press(page, "sign-up", typed).expect(200);
        assertThat(done.title()).isEqualTo("Finish signing up in your mail");
        return done;
    }

    private Page followsTheMail(Browser reader) {
        var page = reader.open(URI.create(mails.one().link()).getPath());
        return reader.press(page, "activate", Map.of("password", MINE)).expect(200);
    }
}
