package dev.serdab.emailchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Browser;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.MailDirectory.Letter;
import dev.serdab.testing.Page;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** Moving to another address in a browser. */
class EmailMoveTest extends FrontEndTest {

    private static final String NEW = "ada@lovelace.example";
    private static final String GONE = "This link no longer works";

    private Account ada;
    private Browser browser;

    @BeforeEach
    void somebodyIsSignedIn() {
        ada = people.registered("ada@example.org");
        browser = new Browser(issuer).signedIn(ada);
    }

    @Test
    void theNewAddressCountsOnceItsLinkWasFollowed() {
        var mail = asks(NEW, People.PASSWORD);

        assertThat(mail.to()).isEqualTo(NEW);
        browser.open(mail.link()).expect(200);
        assertThat(now(ada).email()).isEqualTo(ada.email());

        assertThat(confirm(mail).expect(200).title()).isEqualTo("Your address is changed");
        assertThat(now(ada).email().value()).isEqualTo(NEW);
        assertThat(now(ada).isEmailVerified()).isTrue();
        assertThat(browser.isSignedIn()).isTrue();
        browser.open(mail.link()).isError(410, GONE);
    }

    @Test
    void nothingIsMailedWithoutThePasswordOrToAnAddressThatIsTaken() {
        people.registered("bob@example.org");

        ask(NEW, "something else").expect(422);
        ask("no address", People.PASSWORD).expect(422);
        var taken = ask("BOB@example.org", People.PASSWORD).expect(200);

        assertThat(mails.fresh()).isEmpty();
        var free = ask(NEW, People.PASSWORD).expect(200);
        assertThat(free.html().select("main").text()).isEqualTo(taken.html().select("main").text());
    }

    @Test
    void oneAccountMailsFiveAddressesAnHour() {
        for (int i = 1; i <= 5; i++) {
            asks("someone%d@example.net".formatted(i), People.PASSWORD);
        }

        ask("someone6@example.net", People.PASSWORD).expect(200);
        assertThat(mails.fresh()).isEmpty();
    }

    @Test
    void anAddressThatWasMistypedGivesItsOwnerNothing() {
        var mail = asks("stranger@example.net", People.PASSWORD);
        var stranger = new Browser(issuer);

        assertThat(stranger.open(mail.link()).expect(200).title()).isEqualTo("Sign in first");
        var csrf = stranger.open("/sign-in").csrfToken();
        stranger.post(mail.link(), Map.of("_csrf", csrf)).expect(200);
        stranger.signedIn(people.registered("stranger@example.com"));
        csrf = stranger.open("/account/profile").csrfToken();
        stranger.post(mail.link(), Map.of("_csrf", csrf)).expect(410);

        assertThat(now(ada).email()).isEqualTo(ada.email());
    }

    @Test
    void aLinkEndsWithItsTimeWithANewWishAndWithANewPassword() {
        var first = asks(NEW, People.PASSWORD);
        var second = asks("ada@other.example", People.PASSWORD);
        browser.open(first.link()).isError(410, GONE);
        browser.open(second.link()).expect(200);

        resetsPassword(forgetsPassword(ada), NEW_PASSWORD).expect(204);
        browser.open(second.link()).isError(410, GONE);

        browser.signIn(browser.open("/sign-in"), "ada@example.org", NEW_PASSWORD);
        var third = asks(NEW, NEW_PASSWORD);
        clock.pass(Duration.ofHours(25));
        browser.signIn(browser.open("/sign-in"), "ada@example.org", NEW_PASSWORD);
        browser.open(third.link()).isError(410, GONE);
    }

    @Test
    void theOldAddressIsToldAndTakesTheAccountBack() {
        confirm(asks(NEW, People.PASSWORD)).expect(200);
        var way = mails.one();
        assertThat(way.to()).isEqualTo("ada@example.org");
        changesPasswordOf(NEW);
        var owner = new Browser(issuer);

        var page = owner.open(way.link()).expect(200);
        restore(owner, page, "12345").expect(422);
        assertThat(now(ada).email().value()).isEqualTo(NEW);
        assertThat(restore(owner, page, "meadow 9 kettle bronze").expect(200).title())
                .isEqualTo("Your account is yours again");

        assertThat(now(ada).email().value()).isEqualTo("ada@example.org");
        assertThat(browser.isSignedIn()).isFalse();
        createJwt("ada@example.org", "meadow 9 kettle bronze").expect(200);
        createJwt(NEW, NEW_PASSWORD).expect(401);
        owner.open(way.link()).isError(410, GONE);
    }

    @Test
    void whoTookItBackIsNotSentAwayByALaterLink() {
        confirm(asks(NEW, People.PASSWORD)).expect(200);
        var way = mails.one();
        confirm(asks("eve@example.net", People.PASSWORD)).expect(200);
        var evesWay = mails.one();

        var owner = new Browser(issuer);
        restore(owner, owner.open(way.link()), NEW_PASSWORD).expect(200);

        assertThat(evesWay.to()).isEqualTo(NEW);
        owner.open(evesWay.link()).isError(410, GONE);
        assertThat(now(ada).email().value()).isEqualTo("ada@example.org");
    }

    @Test
    void whoMovesItBackIsNotSentAwayByAnAddressInBetween() {
        confirm(asks("eve@example.net", People.PASSWORD)).expect(200);
        var way = mails.one();
        confirm(asks("eve@example.com", People.PASSWORD)).expect(200);
        var evesWay = mails.one();

        confirm(asks("Ada@example.org", People.PASSWORD)).expect(200);

        assertThat(now(ada).email().value()).isEqualTo("Ada@example.org");
        assertThat(mails.fresh()).as("no way back to eve's address").isEmpty();
        browser.open(evesWay.link()).isError(410, GONE);
        browser.open(way.link()).isError(410, GONE);
    }

    @Test
    void theWayBackThatWasThereBeforeStaysWhereTheAccountReturnsToALaterAddress() {
        confirm(asks(NEW, People.PASSWORD)).expect(200);
        var way = mails.one();
        confirm(asks("eve@example.net", People.PASSWORD)).expect(200);
        mails.fresh();

        confirm(asks(NEW, People.PASSWORD)).expect(200);

        new Browser(issuer).open(way.link()).expect(200);
    }

    @Test
    void theWayBackIsOpenForAWeek() {
        confirm(asks(NEW, People.PASSWORD)).expect(200);
        var way = mails.one();

        clock.pass(Duration.ofDays(6));
        new Browser(issuer).open(way.link()).expect(200);
        clock.pass(Duration.ofDays(2));
        new Browser(issuer).open(way.link()).isError(410, GONE);
    }

    private Page ask(String email, String password) {
        return browser.press(
                browser.open("/account/email"),
                "change-email",
                Map.of("new-email", email, "current-password", password));
    }

    private Letter asks(String email, String password) {
        ask(email, password).expect(200).isAt("/account/email");
        return mails.one();
    }

    private Page confirm(Letter mail) {
        return browser.press(browser.open(mail.link()).expect(200), "confirm-email");
    }

    private void changesPasswordOf(String email) {
        browser.press(
                        browser.open("/account/password"),
                        "change-password",
                        Map.of("current-password", People.PASSWORD, "password", NEW_PASSWORD))
                .expect(200);
        createJwt(email, NEW_PASSWORD).expect(200);
    }

    private static Page restore(Browser owner, Page page, String password) {
        return owner.press(page, "restore-email", Map.of("password", password));
    }
}
