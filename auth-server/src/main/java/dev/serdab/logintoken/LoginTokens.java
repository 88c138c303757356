package dev.serdab.logintoken;

import dev.serdab.account.Account;
import dev.serdab.account.AccountEvent;
import dev.serdab.account.AccountEvent.AccessRevoked;
import dev.serdab.account.AccountEvent.PasswordChanged;
import dev.serdab.account.AccountEvent.PasswordReset;
import dev.serdab.account.AccountId;
import dev.serdab.account.AccountLocks;
import dev.serdab.account.Accounts;
import dev.serdab.cleanup.ExpiringTable;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** All keys that are good. */
@Component
class LoginTokens {

    private static final int DIGITS = 40;

    /** A key that was not used for so long is gone. */
    private static final Duration UNUSED = Duration.ofDays(365);

    /** How stale that may be; a request within it writes nothing. */
    private static final Duration USED_PRECISION = Duration.ofDays(1);

    private final JdbcClient db;
    private final Accounts accounts;
    private final AccountLocks locks;
    private final Clock clock;

    LoginTokens(JdbcClient db, Accounts accounts, AccountLocks locks, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * A new key, which only its holder will know, and with it a sign-in.
     *
     * @param checked the account as it was when its password was compared
     * @return nothing if the password no longer counts
     */
    @Transactional
    Optional<LoginKey> issue(Account checked) {
        if (!locks.lockIfUnchanged(checked)) {
            return Optional.empty();
        }
        var key = RandomSecret.hex(DIGITS);
        var now = clock.instant();
        db.sql(
                        """
                        insert into login_token (key_hash, account_id, created_at, ends_at)
                        values (?, ?, ?, ?)\
                        """)
                .params(
                        SecretHash.of(key),
                        checked.id().value(),
                        SqlTime.of(now),
                        SqlTime.of(now.plus(UNUSED)))
                .update();
        accounts.signedIn(checked.id());
        return Optional.of(new LoginKey(key));
    }

    /** Whose key it is, if it is one. */
    Optional<Account> owner(LoginKey key) {
        var now = clock.instant();
        var hash = SecretHash.of(key.key());
        var found =
                db.sql(
                                """
                                select a.*, t.ends_at from login_token t join account a on a.id = t.account_id
                                 where t.key_hash = ? and t.ends_at > ?\
                                """)
                        .params(hash, SqlTime.of(now))
                        .query((row, number) ->
                                new Owned(
                                        Accounts.account(row, number),
                                        SqlTime.read(row, "ends_at")))
                        .optional();
        found.filter(owned -> owned.endsAt().isBefore(now.plus(UNUSED).minus(USED_PRECISION)))
                .ifPresent(_ ->
                        db.sql("update login_token set ends_at = ? where key_hash = ?")
                                .params(SqlTime.of(now.plus(UNUSED)), hash)
                                .update());
        return found.map(Owned::account);
    }

    private record Owned(Account account, Instant endsAt) {}

    /** Ends one key. */
    void end(LoginKey key) {
        db.sql("delete from login_token where key_hash = ?")
                .param(SecretHash.of(key.key()))
                .update();
    }

    /** Ends all keys of an account. */
    void endAll(AccountId account) {
        db.sql("delete from login_token where account_id = ?").param(account.value()).update();
    }

    /** Whoever lost the password may have lost a key as well. */
    @EventListener({PasswordReset.class, AccessRevoked.class})
    void on(AccountEvent event) {
        endAll(event.account());
    }

    /** Who still knows the password need not log in again, unless the operator wants it. */
    @EventListener
    void on(PasswordChanged event) {
        if (event.logsOut()) {
            endAll(event.account());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Unused {

        @Bean
        ExpiringTable unusedKeys() {
            return new ExpiringTable("login_token", "key_hash", "ends_at");
        }
    }
}
