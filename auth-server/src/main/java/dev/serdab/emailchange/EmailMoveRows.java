package dev.serdab.emailchange;

import dev.serdab.account.AccountEvent;
import dev.serdab.account.AccountId;
import dev.serdab.account.EmailAddress;
import dev.serdab.cleanup.ExpiringTable;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The addresses that people want, and those that they had. */
@Component
class EmailMoveRows {

    private final JdbcClient db;
    private final Clock clock;

    EmailMoveRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A link that is good.
     *
     * @param email the address that the account gets by it
     */
    record Pending(AccountId account, EmailAddress email) {}

    /** A wish, instead of what the person wanted before. */
    void add(
            AccountId account, EmailAddress old, EmailAddress wanted, String token, Instant until) {
        endWishes(account);
        db.sql(
                        """
                        insert into email_move (id, account_id, old_email, new_email, confirm_hash, ends_at)
                        values (?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        UUID.randomUUID(),
                        account.value(),
                        old.value(),
                        wanted.value(),
                        SecretHash.of(token),
                        SqlTime.of(until))
                .update();
    }

    /** The wish that a link would fulfil. */
    Optional<Pending> wish(String token) {
        return db.sql(
                        """
                        select account_id, new_email from email_move
                         where confirm_hash = ? and moved_at is null and ends_at > ?\
                        """)
                .params(SecretHash.of(token), SqlTime.of(clock.instant()))
                .query((row, number) ->
                        new Pending(
                                new AccountId(row.getLong("account_id")),
                                new EmailAddress(row.getString("new_email"))))
                .optional();
    }

    /**
     * Uses a link up and opens the way back.
     *
     * @return whether it was good until now; of two that come at once it is so for one
     */
    boolean fulfil(String token, String undoToken, Instant undoUntil) {
        var now = SqlTime.of(clock.instant());
        return db.sql(
                                """
                                update email_move set moved_at = ?, undo_hash = ?, ends_at = ?
                                 where confirm_hash = ? and moved_at is null and ends_at > ?\
                                """)
                        .params(
                                now,
                                SecretHash.of(undoToken),
                                SqlTime.of(undoUntil),
                                SecretHash.of(token),
                                now)
                        .update()
                == 1;
    }

    /**
     * What somebody wanted who may not be the person. The ways back stay: they are for whoever lost
     * the account by that.
     */
    @EventListener
    void on(AccountEvent event) {
        switch (event) {
            case AccountEvent.PasswordChanged _,
                    AccountEvent.PasswordReset _,
                    AccountEvent.EmailChanged _,
                    AccountEvent.Deactivated _,
                    AccountEvent.AccessRevoked _ ->
                    endWishes(event.account());
            case AccountEvent.Created _, AccountEvent.Deleting _ -> {
                // There is none yet; the database deletes them with the account.
            }
        }
    }

    private void endWishes(AccountId account) {
        db.sql("delete from email_move where account_id = ? and moved_at is null")
                .param(account.value())
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Ended {

        @Bean
        ExpiringTable endedEmailMoves() {
            return new ExpiringTable("email_move", "id", "ends_at");
        }
    }
}
