package dev.serdab.logintoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.AccountChanges;
import dev.serdab.account.AccountEvent;
import dev.serdab.account.Accounts;
import dev.serdab.cleanup.CleanUp;
import dev.serdab.sealing.SecretHash;
import dev.serdab.testing.AccountApiTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Map;

class LoginTokenTest extends AccountApiTest {

    @Autowired Accounts accounts;
    @Autowired CleanUp cleanUp;
    @Autowired ApplicationEventPublisher events;
    @Autowired AccountChanges changes;
    @Autowired LoginTokens tokens;
    @Autowired TransactionTemplate transaction;

    @Test
    void onlyTheHashOfAKeyIsKept() {
        var key = logIn(people.registered("ada@example.org"));

        assertThat(
                        database.sql()
                                .sql("select key_hash from login_token")
                                .query((row, number) -> row.getBytes(1))
                                .single())
                .isEqualTo(SecretHash.of(key));
    }

    @Test
    void loggingOutEndsTheKeyThatWasShown() {
        var ada = people.registered("ada@example.org");
        var phone = logIn(ada);
        var laptop = logIn(ada);

        withKey(phone).send("POST", "/token/logout/", null, "").expect(204);

        withKey(phone).get("/users/me/").expect(401);
        withKey(laptop).get("/users/me/").expect(200);
    }

    @Test
    void loggingOutWithAJwtEndsAllKeys() {
        var ada = people.registered("ada@example.org");
        var phone = logIn(ada);
        var laptop = logIn(ada);

        as(ada).send("POST", "/token/logout/", null, "").expect(204);

        withKey(phone).get("/users/me/").expect(401);
        withKey(laptop).get("/users/me/").expect(401);
    }

    @Test
    void loggingInIsASignIn() {
        var ada = people.registered("ada@example.org");
        assertThat(ada.lastLogin()).isNull();

        logIn(ada);

        assertThat(accounts.find(ada.id()).orElseThrow().lastLogin()).isNotNull();
    }

    @Test
    void aResetPasswordEndsAllKeys() {
        var ada = people.registered("ada@example.org");
        var key = logIn(ada);

        events.publishEvent(new AccountEvent.PasswordReset(ada.id()));

        withKey(key).get("/users/me/").expect(401);
    }

    @Test
    void nobodyGetsAKeyForAPasswordThatWasResetMeanwhile() {
        var checked = people.registered("ada@example.org");
        transaction.executeWithoutResult(_ -> changes.resetPassword(checked.id(), "!"));

        assertThat(tokens.issue(checked)).isEmpty();
    }

    @Test
    void theKeyOfAnInactiveAccountIsNoGood() {
        var ada = people.registered("ada@example.org");
        var key = logIn(ada);
        database.sql().sql("update account set is_active = false").update();

        assertThat(withKey(key).get("/users/me/").expect(401).text("detail"))
                .isEqualTo("User inactive or deleted.");
    }

    @Test
    void aKeyThatNobodyUsesForAYearIsGone() {
        var ada = people.registered("ada@example.org");
        var used = logIn(ada);
        nothingWasUsedUntil("current_timestamp + interval '1' day");
        withKey(used).get("/users/me/").expect(200);
        var unused = logIn(ada);

        nothingWasUsedUntil("ends_at - interval '364' day");
        cleanUp.run();
        withKey(used).get("/users/me/").expect(200);

        nothingWasUsedUntil("current_timestamp - interval '1' second");
        withKey(unused).get("/users/me/").expect(401);
        cleanUp.run();
        assertThat(
                        database.sql()
                                .sql("select count(*) from login_token")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private void nothingWasUsedUntil(String end) {
        database.sql().sql("update login_token set ends_at = " + end).update();
    }

    @Test
    void afterTenWrongPasswordsOneMustWait() {
        people.registered("ada@example.org");
        var wrong = Map.of("email", "ada@example.org", "password", "wrong");
        for (int i = 0; i < 10; i++) {
            app.post("/token/login/", wrong).expect(400);
        }

        assertThat(app.post("/token/login/", wrong).expect(429).header("Retry-After")).isNotEmpty();
        createJwt("ADA@example.org", "wrong").expect(429);
    }
}
