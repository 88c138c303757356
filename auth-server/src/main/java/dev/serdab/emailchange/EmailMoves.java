package dev.serdab.emailchange;

import dev.serdab.account.Account;
import dev.serdab.account.AccountChanges;
import dev.serdab.account.AccountLocks;
import dev.serdab.account.Accounts;
import dev.serdab.account.EmailAddress;
import dev.serdab.emailchange.EmailMoveRows.Pending;
import dev.serdab.emailchange.WaysBack.WayBack;
import dev.serdab.mail.MailLimit;
import dev.serdab.mailedlink.Patience;
import dev.serdab.password.PasswordRules;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.sealing.RandomSecret;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Moves an account to another address once a link that was mailed to it was followed. The old
 * address is mailed a way back, which outlives whatever else is changed: it is for people whose
 * account somebody else moved.
 */
@Component
class EmailMoves {

    private static final Duration TO_CONFIRM = Duration.ofHours(24);
    private static final Duration TO_TAKE_BACK = Duration.ofDays(7);

    /** Who takes an account over may well make a way in of their own before they move it. */
    private static final Duration BEFORE_THE_MOVE = Duration.ofHours(1);

    /** Well over what a mail takes: nobody can tell by the time whose address it is. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final EmailMoveRows rows;
    private final WaysBack waysBack;
    private final Accounts accounts;
    private final AccountLocks locks;
    private final AccountChanges changes;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final MailLimit limit;
    private final EmailMails mails;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EmailMoves(
            EmailMoveRows rows,
            WaysBack waysBack,
            Accounts accounts,
            AccountLocks locks,
            AccountChanges changes,
            PasswordRules rules,
            PasswordHasher hasher,
            MailLimit limit,
            EmailMails mails,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.waysBack = waysBack;
        this.accounts = accounts;
        this.locks = locks;
        this.changes = changes;
        this.rules = rules;
        this.hasher = hasher;
        this.limit = limit;
        this.mails = mails;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Mails a link to the new address, unless another account has it: that is nobody's business.
     *
     * @param checked the account as it was read before the password was compared
     */
    void ask(Account checked, EmailAddress email, Locale locale) {
        var patience = Patience.of(PATIENCE);
        boolean isFree =
                accounts.findByEmail(email.value())
                        .map(owner -> owner.id().equals(checked.id()))
                        .orElse(true);
        if (limit.allowsOneMoreOf(checked.id()) && isFree && limit.allows(email)) {
            transaction.executeWithoutResult(_ -> post(checked, email, locale));
        }
        patience.end();
    }

    private void post(Account checked, EmailAddress email, Locale locale) {
        if (locks.lockIfUnchanged(checked)) {
            var token = RandomSecret.base64Url();
            var until = clock.instant().plus(TO_CONFIRM);
            rows.add(checked.id(), checked.email(), email, token, until);
            mails.move(checked, email, token, until, locale);
        }
    }

    /** The address that a link would give this account. */
    Optional<EmailAddress> look(Account account, String token) {
        return rows.wish(token)
                .filter(wish -> wish.account().equals(account.id()))
                .map(Pending::email);
    }

    /** Whether a link is good, whoever shows it. */
    boolean isGood(String token) {
        return rows.wish(token).isPresent();
    }

    /**
     * Follows the link. Only the person themselves can: an address that was mistyped is somebody
     * else's, and they may press the button as well.
     *
     * <p>An address to which a way back was open gets none from the address that it replaces: the
     * one in between may be that of whoever took the account.
     */
    EmailMove confirm(Account account, String token, Locale locale) {
        var email = look(account, token).orElse(null);
        if (email == null) {
            return new EmailMove.LinkNotValid();
        }
        EmailMove move =
                transaction.execute(status -> {
                    var undo = RandomSecret.base64Url();
                    var until = clock.instant().plus(TO_TAKE_BACK);
                    var stored = locks.lock(account.id()).orElse(null);
                    if (stored == null || !rows.fulfil(token, undo, until)) {
                        return new EmailMove.LinkNotValid();
                    }
                    var old = stored.account();
                    boolean returns = waysBack.endThoseSinceLeaving(email, account.id());
                    return moved(
                            account,
                            email,
                            status,
                            () -> {
                                if (!returns) {
                                    mails.moved(old, undo, until, locale);
                                }
                            });
                });
        return Objects.requireNonNull(move);
    }

    /** The account and the address that it gets back by a link. */
    Optional<WayBack> wayBack(String token) {
        return waysBack.find(token);
    }

    /**
     * Gives the account back to who reads the mail of its old address: with that address, a new
     * password, nobody signed in any more, and no other way in that whoever took it may have added.
     *
     * @throws dev.serdab.passwordhash.TooManyPasswords when too many passwords wait already
     */
    EmailMove takeBack(String token, String password) {
        var back = wayBack(token).orElse(null);
        var account = back == null ? null : accounts.find(back.account()).orElse(null);
        if (back == null || account == null) {
            return new EmailMove.LinkNotValid();
        }
        var broken = rules.broken(password, back.email());
        if (!broken.isEmpty()) {
            return new EmailMove.Refused(broken);
        }
        var hash = hasher.hash(password);
        EmailMove move =
                transaction.execute(status -> {
                    locks.lock(account.id());
                    return waysBack.use(token, account.id())
                            ? moved(account, back.email(), status, () -> restored(back, hash))
                            : new EmailMove.LinkNotValid();
                });
        return Objects.requireNonNull(move);
    }

    private void restored(WayBack back, String hash) {
        changes.resetPassword(back.account(), hash);
        changes.takenBack(back.account(), back.movedAt().minus(BEFORE_THE_MOVE));
    }

    private EmailMove moved(
            Account account, EmailAddress email, TransactionStatus status, Runnable then) {
        return switch (changes.moveEmail(account.id(), email)) {
            case DONE -> {
                then.run();
                yield new EmailMove.Done();
            }
            case TAKEN -> {
                status.setRollbackOnly();
                yield new EmailMove.Taken();
            }
            case OUTDATED -> throw new IllegalStateException("a locked account is there");
        };
    }
}
