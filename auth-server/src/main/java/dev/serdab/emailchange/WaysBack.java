package dev.serdab.emailchange;

import dev.serdab.account.AccountId;
import dev.serdab.account.EmailAddress;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** The links by which people get back an account that somebody moved. */
@Component
class WaysBack {

    private final JdbcClient db;
    private final Clock clock;

    WaysBack(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A link that is good.
     *
     * @param email the address that the account gets back by it
     * @param movedAt when the account left that address
     */
    record WayBack(AccountId account, EmailAddress email, Instant movedAt) {}

    Optional<WayBack> find(String token) {
        return db.sql(
                        """
                        select account_id, old_email, moved_at from email_move
                         where undo_hash = ? and ends_at > ?\
                        """)
                .params(SecretHash.of(token), SqlTime.of(clock.instant()))
                .query((row, number) -> wayBack(row))
                .optional();
    }

    /** Uses one up, and with it every other of the account: they lead to later addresses. */
    boolean use(String token, AccountId account) {
        boolean isGood =
                db.sql("delete from email_move where undo_hash = ? and ends_at > ?")
                                .params(SecretHash.of(token), SqlTime.of(clock.instant()))
                                .update()
                        == 1;
        if (isGood) {
            db.sql("delete from email_move where account_id = ?").param(account.value()).update();
        }
        return isGood;
    }

    /**
     * Ends those that were opened since the account left an address which it returns to. They lead
     * to addresses in between, and those need not be the person's.
     *
     * @return whether it returns: whether a way back to that address was open
     */
    boolean endThoseSinceLeaving(EmailAddress email, AccountId account) {
        var left =
                db
                        .sql(
                                """
                                select account_id, old_email, moved_at from email_move
                                 where account_id = ? and moved_at is not null and ends_at > ?\
                                """)
                        .params(account.value(), SqlTime.of(clock.instant()))
                        .query((row, number) -> wayBack(row))
                        .stream()
                        .filter(back -> back.email().key().equals(email.key()))
                        .map(WayBack::movedAt)
                        .min(Comparator.naturalOrder());
        left.ifPresent(since ->
                db.sql("delete from email_move where account_id = ? and moved_at >= ?")
                        .params(account.value(), SqlTime.of(since))
                        .update());
        return left.isPresent();
    }

    private static WayBack wayBack(ResultSet row) throws SQLException {
        return new WayBack(
                new AccountId(row.getLong("account_id")),
                new EmailAddress(row.getString("old_email")),
                SqlTime.read(row, "moved_at"));
    }
}
