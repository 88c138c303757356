package dev.serdab.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.AccountChanges;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Page;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Map;

/** Strangers who guess do not keep somebody out of a browser they signed in in before. */
class KnownBrowserTest extends ProtocolTest {

    @Autowired AccountChanges changes;
    @Autowired TransactionTemplate transaction;

    @Test
    void theOwnerGetsInWhereTheySignedInBefore() {
        var home = new Browser(issuer).signedIn(people.registered("ada@example.org"));
        home.signOut();

        exhausted(browser);

        right(new Browser(issuer)).expect(429);
        right(home).isAt("/account");
    }

    @Test
    void guessesInAKnownBrowserAreCountedToo() {
        var home = new Browser(issuer).signedIn(people.registered("ada@example.org"));
        home.signOut();

        exhausted(home);

        right(home).expect(429);
        right(browser).isAt("/account");
    }

    @Test
    void aBrowserOfSomebodyElseIsAStranger() {
        people.registered("ada@example.org");
        browser.signedIn(people.registered("eve@example.org"));
        browser.signOut();

        exhausted(browser);

        right(new Browser(issuer)).expect(429);
    }

    @Test
    void aPasswordResetForgetsThem() {
        var ada = people.registered("ada@example.org");
        var home = new Browser(issuer).signedIn(ada);
        home.signOut();
        exhausted(browser);

        transaction.executeWithoutResult(_ -> changes.resetPassword(ada.id(), "!"));

        wrong(home).expect(429);
    }

    @Test
    void aChangedPasswordForgetsThem() {
        var ada = people.registered("ada@example.org");
        var home = new Browser(issuer).signedIn(ada);
        home.signOut();
        exhausted(browser);

        transaction.executeWithoutResult(_ -> changes.changePassword(ada, "!", false));

        wrong(home).expect(429);
    }

    @Test
    void theLatestTwentyAreKnown() {
        var ada = people.registered("ada@example.org");
        var first = new Browser(issuer).signedIn(ada);
        first.signOut();
        clock.pass(Duration.ofSeconds(1));
        var second = new Browser(issuer).signedIn(ada);
        second.signOut();
        for (int i = 0; i < 19; i++) {
            clock.pass(Duration.ofSeconds(1));
            new Browser(issuer).signedIn(ada);
        }

        exhausted(browser);

        right(first).expect(429);
        right(second).isAt("/account");
    }

    @Test
    void theCookieOpensNothingAndIsNotStored() {
        var home = new Browser(issuer).signedIn(people.registered("ada@example.org"));

        assertThat(home.cookie("browser")).hasSize(43);
        assertThat(database.dump()).doesNotContain(home.cookie("browser"));
    }

    void exhausted(Browser some) {
        for (int i = 0; i < 10; i++) {
            wrong(some).expect(422);
        }
        wrong(some).expect(429);
    }

    Page wrong(Browser some) {
        return some.press(
                some.open("/sign-in"),
                "sign-in",
                Map.of("email", "ada@example.org", "password", "wrong"));
    }

    Page right(Browser some) {
        return some.signIn(some.open("/sign-in"), "ada@example.org", People.PASSWORD);
    }
}
