package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.account.AccountEvent;
import dev.serdab.testing.Answer;
import dev.serdab.testing.App;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;
import java.util.List;

/** A refresh token is good once, and the second time is noticed (RFC 9700 §4.14.2). */
@TestPropertySource(
        properties = {
            "serdab.bootstrap.clients[5].client-id=keeper",
            "serdab.bootstrap.clients[5].client-secret=the secret of keeper, which is long enough",
            "serdab.bootstrap.clients[5].redirect-uris=https://keeper.example.com/callback",
            "serdab.bootstrap.clients[5].grant-types=authorization_code, refresh_token",
            "serdab.bootstrap.clients[5].scope=openid offline_access",
            "serdab.bootstrap.clients[5].rotate-refresh-tokens=false"
        })
class RefreshTokenGrantTest extends ProtocolTest {

    private static final Duration PAST_THE_WINDOW = Duration.ofSeconds(11);

    @Autowired ApplicationEventPublisher events;

    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
    }

    @Test
    void everyAppGetsANewOneEachTime() {
        for (var app : List.of(notes, mobile, trusted)) {
            var first = app.tokensFor(ada, browser, "openid");
            var second = app.refreshed(first.refresh());
            var third = app.refreshed(second.refresh());

            assertThat(List.of(first.refresh(), second.refresh(), third.refresh()))
                    .doesNotHaveDuplicates()
                    .allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
            app.asksUserInfo(third.access()).expect(200);
            app.asksUserInfo(first.access()).expect(200);
        }
    }

    @Test
    void theIdTokenStillTellsOfTheSameSignIn() {
        var first = notes.tokensFor(ada, browser, "openid");
        clock.pass(Duration.ofMinutes(5));

        var before = Jwt.parse(first.id());
        var after = Jwt.parse(notes.refreshed(first.refresh()).id());

        for (var name : List.of("iss", "sub", "aud", "auth_time", "amr", "sid")) {
            assertThat(after.claims().get(name)).as(name).isEqualTo(before.claims().get(name));
        }
        assertThat(after.claims()).doesNotContainKey("nonce");
        assertThat(after.seconds("iat")).isGreaterThan(before.seconds("iat"));
    }

    @Test
    void anOldOneEndsTheWholeFamily() {
        for (var app : List.of(notes, mobile)) {
            var first = app.tokensFor(ada, browser, "openid offline_access");
            var second = app.refreshed(first.refresh());
            clock.pass(PAST_THE_WINDOW);

            isRefused(app.refreshes(first.refresh()));

            isRefused(app.refreshes(second.refresh()));
            app.asksUserInfo(second.access()).expect(401);
            app.asksUserInfo(first.access()).expect(401);
        }
    }

    @Test
    void aFamilyEndsAlone() {
        var one = notes.tokensFor(ada, browser, "openid");
        var other = notes.tokensFor(ada, browser, "openid");
        notes.refreshed(one.refresh());
        clock.pass(PAST_THE_WINDOW);
        isRefused(notes.refreshes(one.refresh()));

        notes.refreshes(other.refresh()).expect(200);
    }

    @Test
    void whoeverMissedTheAnswerMayAskAgainAtOnce() {
        var first = notes.tokensFor(ada, browser, "openid");
        var lost = notes.refreshed(first.refresh());

        var again = notes.refreshed(first.refresh());

        assertThat(again.refresh()).isNotEqualTo(lost.refresh());
        notes.refreshes(again.refresh()).expect(200);
        notes.refreshes(lost.refresh()).expect(200);
    }

    @Test
    void butNotMoreThanThreeTimes() {
        var first = notes.tokensFor(ada, browser, "openid");
        var newest = notes.refreshed(first.refresh());
        for (int i = 0; i < 3; i++) {
            newest = notes.refreshed(first.refresh());
        }

        isRefused(notes.refreshes(first.refresh()));

        isRefused(notes.refreshes(newest.refresh()));
    }

    @Test
    void andNotOnceTheAnswerWasUsed() {
        var first = notes.tokensFor(ada, browser, "openid");
        var second = notes.refreshed(first.refresh());
        var third = notes.refreshed(second.refresh());

        isRefused(notes.refreshes(first.refresh()));

        isRefused(notes.refreshes(third.refresh()));
    }

    @Test
    void anAppThatKeepsItsTokenGetsTheSameOneAndItStaysGood() {
        var first = keeper().tokensFor(ada, browser, "openid offline_access");
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofDays(25));
            var next = keeper().refreshed(first.refresh());

            assertThat(next.refresh()).isEqualTo(first.refresh());
            keeper().asksUserInfo(next.access()).expect(200);
        }
        clock.pass(Duration.ofDays(31));
        isRefused(keeper().refreshes(first.refresh()));
    }

    @Test
    void butNotBeyondHalfAYearEither() {
        var token = keeper().tokensFor(ada, browser, "openid offline_access").refresh();
        for (int i = 0; i < 7; i++) {
            clock.pass(Duration.ofDays(25));
            keeper().refreshed(token);
        }
        clock.pass(Duration.ofDays(6));

        isRefused(keeper().refreshes(token));
    }

    @Test
    void norOnceItWasTakenBack() {
        var tokens = keeper().tokensFor(ada, browser, "openid");

        keeper().revokes(tokens.refresh()).expect(200);

        isRefused(keeper().refreshes(tokens.refresh()));
    }

    @Test
    void aChangedPasswordEndsThemAtOnce() {
        var tokens = notes.tokensFor(ada, browser, "openid offline_access");

        events.publishEvent(new AccountEvent.PasswordChanged(ada.id(), false));

        isRefused(notes.refreshes(tokens.refresh()));
        notes.asksUserInfo(tokens.access()).expect(401);
    }

    @Test
    void anotherAppCannotUseItNorSpoilIt() {
        var tokens = notes.tokensFor(ada, browser, "openid");

        isRefused(mobile.refreshes(tokens.refresh()));
        isRefused(trusted.refreshes(tokens.refresh()));

        notes.refreshes(tokens.refresh()).expect(200);
    }

    @Test
    void fewerScopesMayBeAskedForAndAllComeBackLater() {
        var first = notes.tokensFor(ada, browser, "openid email notes.read");

        var fewer = notes.refreshes(first.refresh(), "notes.read").expect(200);

        assertThat(fewer.text("scope")).isEqualTo("notes.read");
        assertThat(Jwt.parse(fewer.text("access_token")).text("scope")).isEqualTo("notes.read");
        assertThat(fewer.json().has("id_token")).isFalse();
        assertThat(notes.refreshed(fewer.text("refresh_token")).scope())
                .isEqualTo("openid email notes.read");
    }

    @Test
    void moreScopesAreRefusedAndTheTokenStaysGood() {
        var first = notes.tokensFor(ada, browser, "openid");

        for (var more : List.of("openid email", "offline_access", "nonsense")) {
            assertThat(notes.refreshes(first.refresh(), more).expect(400).text("error"))
                    .isEqualTo("invalid_scope");
        }

        notes.refreshes(first.refresh()).expect(200);
    }

    @Test
    void whatIsNotUsedForAMonthEnds() {
        var tokens = notes.tokensFor(ada, browser, "openid offline_access");
        clock.pass(Duration.ofDays(29));
        var next = notes.refreshed(tokens.refresh());
        clock.pass(Duration.ofDays(29));
        var last = notes.refreshed(next.refresh());
        clock.pass(Duration.ofDays(31));

        isRefused(notes.refreshes(last.refresh()));
    }

    @Test
    void afterHalfAYearThePersonSignsInAgainHoweverOftenItWasUsed() {
        var token = notes.tokensFor(ada, browser, "openid offline_access").refresh();
        for (int i = 0; i < 7; i++) {
            clock.pass(Duration.ofDays(25));
            token = notes.refreshed(token).refresh();
        }
        clock.pass(Duration.ofDays(6));

        isRefused(notes.refreshes(token));
    }

    @Test
    void aDisabledAccountGetsNothing() {
        var tokens = notes.tokensFor(ada, browser, "openid offline_access");
        database.sql().sql("update account set is_active = false").update();

        isRefused(notes.refreshes(tokens.refresh()));
    }

    @Test
    void aDeletedAccountGetsNothing() {
        var tokens = notes.tokensFor(ada, browser, "openid offline_access");
        database.sql().sql("delete from account").update();

        isRefused(notes.refreshes(tokens.refresh()));
    }

    @Test
    void signingOutEndsWhatWasNotAllowedToLast() {
        var tokens = notes.tokensFor(ada, browser, "openid");
        var lasting = notes.tokensFor(ada, browser, "openid offline_access");

        browser.signOut();

        isRefused(notes.refreshes(tokens.refresh()));
        notes.asksUserInfo(tokens.access()).expect(401);
        notes.asksUserInfo(notes.refreshed(lasting.refresh()).access()).expect(200);
    }

    @Test
    void rightsAreThoseOfNow() {
        var first = notes.tokensFor(ada, browser, "openid groups");
        database.sql().sql("insert into account_group (name) values ('editors')").update();
        database.sql()
                .sql(
                        "insert into group_member (account_id, group_id) select a.id, g.id from account a, account_group g")
                .update();

        assertThat(Jwt.parse(notes.refreshed(first.refresh()).access()).claims().get("groups"))
                .isEqualTo(List.of("editors"));
    }

    @Test
    void whatIsNoRefreshTokenIsRefused() {
        var tokens = notes.tokensFor(ada, browser, "openid");

        isRefused(notes.refreshes("nonsense"));
        isRefused(notes.refreshes(tokens.access()));
        isRefused(notes.refreshes(tokens.id()));
        assertThat(notes.refreshes("").expect(400).text("error")).isEqualTo("invalid_request");
    }

    @Test
    void anAppThatIsNotRegisteredForThemMayNotUseThem() {
        assertThat(machine.refreshes("nonsense").expect(400).text("error"))
                .isEqualTo("unauthorized_client");
    }

    private App keeper() {
        return notes.named("keeper").redirectingTo("https://keeper.example.com/callback");
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.expect(400).text("error")).isEqualTo("invalid_grant");
    }
}
