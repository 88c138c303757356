package dev.serdab.account;

import dev.serdab.sqltime.SqlTime;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Changes how somebody gets into an account. Each change is told by an event, and whoever listens
 * acts in the caller's transaction: what opened the account before never outlives it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountChanges {

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccountChanges(JdbcClient db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /** Lets somebody sign in whose mailed link proved the address. */
    public void activate(AccountId id) {
        db.sql(
                        """
                        update account
                           set is_active = true,
                               updated_at = case when email_verified_at is null then ? else updated_at end,
                               email_verified_at = coalesce(email_verified_at, ?)
                         where id = ?\
                        """)
                .params(now(), now(), id.value())
                .update();
    }

    /**
     * The same for an account without a password, which gets the one that is chosen now.
     *
     * @param password a Django password string
     */
    public void activate(AccountId id, String password) {
        setPassword(id, password);
        activate(id);
    }

    /**
     * Takes the password from an account that was never active: whoever chose it has not shown that
     * the address is theirs.
     *
     * @param unusable a Django password string that no password matches
     */
    public void forgetPassword(AccountId id, String unusable) {
        setPassword(id, unusable);
    }

    private void setPassword(AccountId id, String password) {
        db.sql(
                        """
                        update account set password = ?, password_version = password_version + 1
                         where id = ? and not is_active\
                        """)
                .params(password, id.value())
                .update();
    }

    /**
     * Sets a password for somebody who knows the old one.
     *
     * @param checked the account as it was read before the old password was compared
     * @param password a Django password string
     * @param logsOut whether front ends must log in again
     * @return whether it was done; not if the password was changed meanwhile
     */
    public boolean changePassword(Account checked, String password, boolean logsOut) {
        int changed =
                db.sql(
                                """
                                update account set password = ?, password_version = password_version + 1
                                 where id = ? and password_version = ?\
                                """)
                        .params(password, checked.id().value(), checked.passwordVersion())
                        .update();
        if (changed == 1) {
            events.publishEvent(new AccountEvent.PasswordChanged(checked.id(), logsOut));
        }
        return changed == 1;
    }

    /**
     * Sets a password for somebody whose mailed link proved the address.
     *
     * @param password a Django password string
     */
    public void resetPassword(AccountId id, String password) {
        db.sql(
                        """
                        update account
                           set password = ?, password_version = password_version + 1, last_login = ?,
                               updated_at = case when email_verified_at is null then ? else updated_at end,
                               email_verified_at = coalesce(email_verified_at, ?)
                         where id = ?\
                        """)
                .params(password, now(), now(), now(), id.value())
                .update();
        events.publishEvent(new AccountEvent.PasswordReset(id));
    }

    /**
     * Gives an account an address that nothing proves yet, for somebody who knows the password.
     *
     * @param checked the account as it was read before the password was compared
     */
    public EmailChange changeEmail(Account checked, EmailAddress email) {
        var statement =
                db.sql(
                                """
                                update account
                                   set email = ?, email_key = ?, email_verified_at = null, updated_at = ?
                                 where id = ? and password_version = ?\
                                """)
                        .params(
                                email.value(),
                                email.key(),
                                now(),
                                checked.id().value(),
                                checked.passwordVersion());
        return changeEmail(checked.id(), statement);
    }

    /** The same for somebody whose mailed link proved the address before. */
    public EmailChange resetEmail(AccountId id, EmailAddress email) {
        var statement =
                db.sql(
                                """
                                update account
                                   set email = ?, email_key = ?, email_verified_at = null, updated_at = ?,
                                       last_login = ?
                                 where id = ?\
                                """)
                        .params(email.value(), email.key(), now(), now(), id.value());
        return changeEmail(id, statement);
    }

    /** The same for somebody whose mailed link proves the address that the account gets. */
    public EmailChange moveEmail(AccountId id, EmailAddress email) {
        var statement =
                db.sql(
                                """
                                update account
                                   set email = ?, email_key = ?, email_verified_at = ?, updated_at = ?
                                 where id = ?\
                                """)
                        .params(email.value(), email.key(), now(), now(), id.value());
        return changeEmail(id, statement);
    }

    /**
     * Tells that somebody got their account back.
     *
     * @param since what was added to the account since then is not left in it
     */
    public void takenBack(AccountId id, Instant since) {
        events.publishEvent(new TakenBack(id, since));
    }

    private EmailChange changeEmail(AccountId id, JdbcClient.StatementSpec statement) {
        try {
            if (statement.update() == 0) {
                return EmailChange.OUTDATED;
            }
        } catch (DuplicateKeyException e) {
            return EmailChange.TAKEN;
        }
        events.publishEvent(new AccountEvent.EmailChanged(id));
        return EmailChange.DONE;
    }

    private OffsetDateTime now() {
        return SqlTime.of(clock.instant());
    }
}
