package dev.serdab.jwt;

import dev.serdab.account.Account;
import dev.serdab.account.AccountEvent.AccessRevoked;
import dev.serdab.account.AccountEvent.PasswordReset;
import dev.serdab.account.AccountId;
import dev.serdab.account.AccountLocks;
import dev.serdab.account.Accounts;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;

/** Ends all tokens of an account at once, without knowing them. */
@Component
class Generations {

    /** What new tokens of an account are made under; older ones are no longer good. */
    record Current(long refresh, long access) {}

    /**
     * An account whose access token was shown.
     *
     * @param generation what its access tokens must have been made under
     */
    record Owner(Account account, long generation) {}

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
     * What the first tokens after signing in are made under; a sign-in, if the setting says so.
     *
     * @param checked the account as it was when its password was compared
     * @return nothing if the password no longer counts
     */
    @Transactional
    Optional<Current> atSignIn(Account checked) {
        if (!locks.lockIfUnchanged(checked)) {
            return Optional.empty();
        }
        if (settings.updateLastLogin()) {
            accounts.signedIn(checked.id());
        }
        return Optional.of(current(checked.id()));
    }

    Current current(AccountId account) {
        return db.sql(
                        """
                        select generation, access_generation from jwt_generation
                         where account_id = ?\
                        """)
                .param(account.value())
                .query((row, number) -> new Current(row.getLong(1), row.getLong(2)))
                .optional()
                .orElseGet(() -> new Current(0, 0));
    }

    Optional<Owner> owner(AccountId account) {
        return db.sql(
                        """
                        select a.*, coalesce(g.access_generation, 0) as access_generation
                          from account a left join jwt_generation g on g.account_id = a.id
                         where a.id = ?\
                        """)
                .param(account.value())
                .query((row, number) ->
                        new Owner(Accounts.account(row, number), row.getLong("access_generation")))
                .optional();
    }

    /** Whoever lost the password may have lost a refresh token as well. Access tokens run out. */
    @EventListener
    void on(PasswordReset event) {
        count(event.account(), 0);
    }

    @EventListener
    void on(AccessRevoked event) {
        count(event.account(), 1);
    }

    private void count(AccountId account, int access) {
        int counted =
                db.sql(
                                """
                                update jwt_generation
                                   set generation = generation + 1, access_generation = access_generation + ?
                                 where account_id = ?\
                                """)
                        .params(access, account.value())
                        .update();
        if (counted == 0) {
            db.sql(
                            """
                            insert into jwt_generation (account_id, generation, access_generation)
                            values (?, 1, ?)\
                            """)
                    .params(account.value(), access)
                    .update();
        }
    }
}
