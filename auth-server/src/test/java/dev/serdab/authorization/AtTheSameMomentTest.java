package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.account.AccountEvent;
import dev.serdab.account.AccountLocks;
import dev.serdab.account.Accounts;
import dev.serdab.testing.Answer;
import dev.serdab.testing.App;
import dev.serdab.testing.Ask;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Browser;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** What is taken back while more of it is being given leaves nothing behind. */
@TestPropertySource(properties = "serdab.limits.sign-in-per-address=100000/1h")
class AtTheSameMomentTest extends ProtocolTest {

    private static final int ROUNDS = 15;
    private static final int AT_ONCE = 16;

    @Autowired Accounts accounts;
    @Autowired AccountLocks locks;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
    }

    @Test
    void signingOutEndsWhatIsJustBeingGranted() {
        for (int round = 0; round < ROUNDS; round++) {
            var here = new Browser(issuer).signedIn(ada);
            var page = here.open("/sign-out");

            var codes = whileGranting(trusted, "openid", here, () -> here.press(page, "sign-out"));

            nothingComesOf(codes);
        }
    }

    @Test
    void soDoesAPasswordReset() {
        for (int round = 0; round < ROUNDS; round++) {
            var here = new Browser(issuer).signedIn(ada);

            var codes =
                    whileGranting(
                            trusted,
                            "openid",
                            here,
                            () -> {
                                transaction.executeWithoutResult(_ -> {
                                    locks.lock(ada.id());
                                    events.publishEvent(new AccountEvent.PasswordReset(ada.id()));
                                });
                                return true;
                            });

            nothingComesOf(codes);
        }
    }

    @Test
    void soDoesRemovingTheConsent() {
        for (int round = 0; round < ROUNDS; round++) {
            var here = new Browser(issuer);
            notes.tokensFor(ada, here, "openid offline_access");
            var page = here.open("/account/apps");

            var codes =
                    whileGranting(
                            notes,
                            "openid offline_access",
                            here,
                            () -> here.press(page, "remove-0"));

            nothingComesOf(codes);
        }
    }

    @Test
    void soDoesDeletingTheAccount() {
        for (int round = 0; round < ROUNDS; round++) {
            var person = people.registered("leaving-%d@example.org".formatted(round));
            var here = new Browser(issuer).signedIn(person);

            var codes =
                    whileGranting(
                            trusted,
                            "openid",
                            here,
                            () -> {
                                accounts.delete(person.id());
                                return true;
                            });

            nothingComesOf(codes);
        }
    }

    @Test
    void anAccountThatIsDeletedMeetsItsRefreshes() {
        for (int round = 0; round < ROUNDS; round++) {
            var person = people.registered("person-%d@example.org".formatted(round));
            var refresh = trusted.tokensFor(person, new Browser(issuer), "openid").refresh();
            var turn = new AtomicInteger();

            var statuses =
                    AtOnce.call(
                            AT_ONCE,
                            () -> {
                                if (turn.getAndIncrement() == AT_ONCE / 2) {
                                    accounts.delete(person.id());
                                    return 200;
                                }
                                return trusted.refreshes(refresh).status();
                            });

            assertThat(statuses).isSubsetOf(200, 400);
            trusted.refreshes(refresh).expect(400);
        }
    }

    private record Granted(App app, Ask ask, Answer answer) {}

    /** Asks for many codes at once, and does something in the middle of it. */
    private List<Granted> whileGranting(App app, String scope, Browser here, Callable<?> doing) {
        var turn = new AtomicInteger();
        var all =
                AtOnce.call(
                        AT_ONCE,
                        () -> {
                            if (turn.getAndIncrement() == AT_ONCE / 2) {
                                doing.call();
                                return null;
                            }
                            var ask = app.asks(scope).with("prompt", "none");
                            return new Granted(app, ask, here.http().get(ask.path()));
                        });
        var granted = new ArrayList<>(all);
        granted.removeIf(one -> one == null || one.answer().expect(303) == null);
        return granted;
    }

    private static void nothingComesOf(List<Granted> all) {
        for (var granted : all) {
            var code = granted.answer().locationParameters().get("code");
            if (code != null) {
                granted.app().redeems(code, granted.ask()).expect(400);
            }
        }
    }
}
