package dev.serdab.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.account.AccountChanges;
import dev.serdab.testing.Answer;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.Page;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Signing in with a second factor, on the pages. */
class SecondStepTest extends ProtocolTest {

    private static final String STEP = "/sign-in/second-step";

    @Autowired AccountChanges changes;
    @Autowired TransactionTemplate transaction;

    private Account ada;
    private Browser home;
    private Authenticator phone;

    @BeforeEach
    void adaHasASecondFactor() {
        ada = people.registered("ada@example.org");
        home = new Browser(issuer).signedIn(ada);
        phone = Authenticator.setUp(home, clock);
    }

    @Test
    void aPasswordAloneOpensNothing() {
        var page = passwordShown(browser);

        assertThat(page.html().select("#code").attr("autocomplete")).isEqualTo("one-time-code");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void aPasswordAndACodeOpenTheAccount() {
        code(browser, passwordShown(browser), phone.nextCode()).isAt("/account");

        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void whoGetsTheAccountBackIsNotAskedForTheCodesOfWhoeverHadIt() {
        clock.pass(Duration.ofHours(2));

        takesBackWhatChangedWithin(Duration.ofHours(1));
        passwordShown(new Browser(issuer));
        takesBackWhatChangedWithin(Duration.ofHours(3));

        browser.signIn(browser.open("/sign-in"), ada).isAt("/account");
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void theAppIsToldThatTwoFactorsWereShown() {
        var ask = trusted.asks("openid");

        var page = browser.signIn(browser.open(ask), ada).isAt(STEP);
        var back = code(browser, page, phone.nextCode());

        var token = Jwt.parse(trusted.redeems(back.code(), ask).text("id_token"));
        assertThat(token.text("acr")).isEqualTo("urn:serdab:acr:two-factor");
        assertThat(token.claims()).containsEntry("amr", List.of("mfa", "otp", "pwd"));
    }

    @Test
    void aWrongCodeDoesNot() {
        code(browser, passwordShown(browser), phone.wrongCode()).expect(422).isAt(STEP);

        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void ofManyWhoBringOneCodeOneGetsIn() {
        var visitors = java.util.stream.IntStream.range(0, 20).mapToObj(_ -> new Browser(issuer));
        var waiting = visitors.map(each -> Map.entry(each, passwordShown(each))).toList();
        var code = phone.nextCode();
        var next = new java.util.concurrent.atomic.AtomicInteger();

        var paths =
                AtOnce.call(
                        8,
                        () -> {
                            var mine = waiting.get(next.getAndIncrement());
                            return code(mine.getKey(), mine.getValue(), code).path();
                        });

        assertThat(paths).filteredOn("/account"::equals).hasSize(1);
    }

    @Test
    void aCodeThatWasUsedIsUsedUp() {
        var code = phone.nextCode();
        code(browser, passwordShown(browser), code).isAt("/account");

        var another = new Browser(issuer);
        code(another, passwordShown(another), code).expect(422);
    }

    @Test
    void aRecoveryCodeLetsInOnce() {
        var recovery = phone.recoveryCodes().getFirst();
        recover(browser, recovery.toUpperCase(java.util.Locale.ROOT)).isAt("/account");

        recover(new Browser(issuer), recovery).expect(422);
        assertThat(home.open("/account/second-factor").html().select("#left").text())
                .isEqualTo("9 are left.");
    }

    @Test
    void halfASignInEndsSoonAndWithTheOldPassword() {
        var page = passwordShown(browser);
        clock.pass(Duration.ofMinutes(11));
        code(browser, page, phone.code()).isAt("/sign-in");

        var another = passwordShown(browser);
        transaction.executeWithoutResult(_ -> changes.resetPassword(ada.id(), "!"));
        code(browser, another, phone.nextCode()).isAt("/sign-in");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void halfASignInEndsWithEverythingElse() {
        var page = passwordShown(browser);

        home.press(home.open("/account/sessions"), "end-everything").isAt("/sign-in");

        code(browser, page, phone.nextCode()).isAt("/sign-in");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void aTrustedBrowserIsNotAskedUntilThePasswordChanges() {
        var typed = Map.of("code", phone.nextCode(), "trust", "yes");
        browser.press(passwordShown(browser), "second-step", typed).isAt("/account");
        browser.signOut();
        browser.signedIn(ada);

        var page = browser.open("/account/second-factor");
        assertThat(page.html().select(".trusted").text()).contains("This browser");
        browser.signOut();
        clock.pass(Duration.ofDays(31));
        passwordShown(browser);
    }

    @Test
    void aCopyOfTheCookieIsWorthNothingOnceTheBrowserIsTrusted() {
        home.signOut();
        var copy = home.cookie("browser");
        var typed = Map.of("code", phone.nextCode(), "trust", "yes");

        home.press(passwordShown(home), "second-step", typed).isAt("/account");

        assertThat(home.cookie("browser")).hasSize(43).isNotEqualTo(copy);
        for (int i = 0; i < 10; i++) {
            logIn("browser=none", phone.wrongCode()).expect(401);
        }
        logIn("browser=" + copy, phone.nextCode()).expect(429);
        logIn("browser=" + home.cookie("browser"), phone.nextCode()).expect(200);
        home.signOut();
        home.signedIn(ada);
    }

    @Test
    void anAppThatInsistsOnTwoFactorsIsAnsweredAfterTheSecond() {
        var typed = Map.of("code", phone.nextCode(), "trust", "yes");
        browser.press(passwordShown(browser), "second-step", typed).isAt("/account");
        browser.signOut();
        browser.signedIn(ada);
        var claims =
                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"urn:serdab:acr:two-factor\"]}}}";
        var ask = trusted.asks("openid").with("claims", claims);

        assertThat(browser.open(ask.with("prompt", "none")).error()).isEqualTo("login_required");
        var page = browser.signIn(browser.open(ask).isAt("/sign-in"), ada).isAt(STEP);
        assertThat(code(browser, page, phone.nextCode()).code()).isNotEmpty();
    }

    @Test
    void whoGuessesCodesKeepsNobodyOutOfABrowserTheyKnow() {
        for (int i = 0; i < 10; i++) {
            code(browser, passwordShown(browser), phone.wrongCode()).expect(422);
        }
        code(browser, passwordShown(browser), phone.nextCode()).expect(429).isAt(STEP);
        home.signOut();

        code(home, passwordShown(home), phone.nextCode()).isAt("/account");
    }

    @Test
    void browsersKnownBeforeItWasSetUpAreStrangersToIt() {
        var bob = people.registered("bob@example.org");
        var elsewhere = new Browser(issuer).signedIn(bob);
        elsewhere.signOut();
        var here = new Browser(issuer).signedIn(bob);
        var bobsPhone = Authenticator.setUp(here, clock);
        here.signOut();

        for (int i = 0; i < 10; i++) {
            code(browser, passwordShown(browser, bob), bobsPhone.wrongCode()).expect(422);
        }

        code(elsewhere, passwordShown(elsewhere, bob), bobsPhone.nextCode()).expect(429);
        code(here, passwordShown(here, bob), bobsPhone.nextCode()).isAt("/account");
    }

    @Test
    void itIsTurnedOffByWhoSignedInAMomentAgoOnly() {
        clock.pass(Duration.ofMinutes(11));
        home.open("/account/second-factor").isAt("/sign-in");

        var page = home.signIn(home.open("/sign-in?to=second-factor"), ada).isAt(STEP);
        var standing = code(home, page, phone.nextCode()).isAt("/account/second-factor");
        var remove = standing.html().select("form[action$=remove]").outerHtml();
        assertThat(remove).contains("remove");
        home.http()
                .post("/account/second-factor/remove", Map.of("_csrf", standing.csrfToken()))
                .expect(303);

        new Browser(issuer).signedIn(ada);
    }

    @Test
    void nothingOfItCanBeReadInTheDatabase() {
        passwordShown(browser);

        assertThat(database.dump())
                .doesNotContain(phone.recoveryCodes())
                .doesNotContain(browser.cookie("second-step"), home.cookie("browser"));
    }

    private void takesBackWhatChangedWithin(Duration time) {
        transaction.executeWithoutResult(
                _ -> changes.takenBack(ada.id(), clock.instant().minus(time)));
    }

    private Page passwordShown(Browser some) {
        return passwordShown(some, ada);
    }

    private static Page passwordShown(Browser some, Account person) {
        return some.signIn(some.open("/sign-in"), person).isAt(STEP);
    }

    private Page code(Browser some, Page page, String code) {
        return some.press(page, "second-step", Map.of("code", code));
    }

    private Answer logIn(String cookie, String code) {
        var form = Map.of("email", "ada@example.org", "password", People.PASSWORD, "otp", code);
        return new Http(issuer).with("Cookie", cookie).post("/jwt/create/", form);
    }

    private Page recover(Browser some, String code) {
        passwordShown(some);
        return code(some, some.open(STEP + "?method=recovery").expect(200), code);
    }
}
