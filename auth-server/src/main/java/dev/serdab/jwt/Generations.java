package dev.serdab.jwt;

import dev.serdab.account.Account;
import dev.serdab.account.AccountEvent.PasswordReset;
import dev.serdab.account.AccountId;
import dev.serdab.account.AccountLocks;
import dev.serdab.account.Accounts;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;

/** Ends all refresh tokens of an account at once, without knowing them. */
@Component
class Generations {

    private final JdbcClient db;
    private final Accounts accounts;
    private final AccountLocks locks;
    private final JwtSettings settings;

    Generations(JdbcClient db, Accounts accounts, AccountLocks locks, JwtSettings settings) {
        this.db = db;
        this.accounts = accounts;
        this.locks = locks;
        this.settings = settings;
    }

    /**
     * What the first refresh token after signing in is made under; a sign-in, if the setting says
     * so.
     *
     * @param checked the account as it was when its password was compared
     * @return nothing if the password no longer counts
     */
    @Transactional
    Optional<Long> atSignIn(Account checked) {
        if (!locks.lockIfUnchanged(checked)) {
            return Optional.empty();
        }
        if (settings.updateLastLogin()) {
            accounts.signedIn(checked.id());
        }
        return Optional.of(current(checked.id()));
    }

    /** What new refresh tokens of an account are made under; older ones are no longer good. */
    long current(AccountId account) {
        return db.sql("select generation from jwt_generation where account_id = ?")
                .param(account.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Whoever lost the password may have lost a refresh token as well. */
    @EventListener
    void on(PasswordReset event) {
        var account = event.account().value();
        int counted =
                db.sql("update jwt_generation set generation = generation + 1 where account_id = ?")
                        .param(account)
                        .update();
        if (counted == 0) {
            db.sql("insert into jwt_generation (account_id, generation) values (?, 1)")
                    .param(account)
                    .update();
        }
    }
}
