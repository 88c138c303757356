package dev.serdab.passkey;

import dev.serdab.account.AccountId;
import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Whom passkeys belong to, by a name that says nothing (WebAuthn Level 3 §14.6.1). */
@Component
class PasskeyOwners {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HANDLE_BYTES = 32;

    private final JdbcClient db;
    private final Clock clock;

    PasskeyOwners(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What an account's passkeys know it by. No transaction may be open: two at once clash. */
    byte[] handle(AccountId account) {
        return find(account)
                .orElseGet(() -> {
                    insert(account);
                    return find(account).orElseThrow();
                });
    }

    /** The same, if it ever had or was offered one. */
    Optional<byte[]> find(AccountId account) {
        return db.sql("select user_handle from passkey_owner where account_id = ?")
                .param(account.value())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Notes that somebody does not want to be asked. */
    void declineOffer(AccountId account) {
        handle(account);
        db.sql("update passkey_owner set offer_declined_at = ? where account_id = ?")
                .params(SqlTime.of(clock.instant()), account.value())
                .update();
    }

    /** Whether they have no passkey and never said that they want none. */
    boolean mayBeOffered(AccountId account) {
        return db.sql(
                        """
                        select 1 from passkey_owner o
                         where o.account_id = ? and (o.offer_declined_at is not null
                               or exists (select 1 from passkey p where p.account_id = o.account_id))\
                        """)
                .param(account.value())
                .query((row, number) -> true)
                .optional()
                .isEmpty();
    }

    private void insert(AccountId account) {
        var handle = new byte[HANDLE_BYTES];
        RANDOM.nextBytes(handle);
        try {
            db.sql("insert into passkey_owner (account_id, user_handle) values (?, ?)")
                    .params(account.value(), handle)
                    .update();
        } catch (DuplicateKeyException e) {
            // Somebody else did at the same moment.
        }
    }
}
