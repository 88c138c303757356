package dev.serdab.password;

import dev.serdab.account.Account;
import dev.serdab.account.AccountChanges;
import dev.serdab.account.AccountLocks;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.session.BrowserSessions;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Gives people who know their password another one. */
@Component
class PasswordChanges {

    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final AccountLocks locks;
    private final AccountChanges changes;
    private final BrowserSessions sessions;
    private final PasswordMails mails;
    private final PasswordChangeSettings settings;
    private final TransactionTemplate transaction;

    PasswordChanges(
            PasswordRules rules,
            PasswordHasher hasher,
            AccountLocks locks,
            AccountChanges changes,
            BrowserSessions sessions,
            PasswordMails mails,
            PasswordChangeSettings settings,
            PlatformTransactionManager transactions) {
        this.rules = rules;
        this.hasher = hasher;
        this.locks = locks;
        this.changes = changes;
        this.sessions = sessions;
        this.mails = mails;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Changes a password and ends what was signed in with the old one: other browsers, and what
     * apps were allowed. Front ends stay logged in, unless the operator wants it otherwise.
     *
     * @param checked the account as it was read before the current password was compared
     * @param here the browser session that the person is using, which may go on
     * @throws dev.serdab.passwordhash.TooManyPasswords when too many passwords wait already
     */
    PasswordChange change(Account checked, NewPassword typed, Optional<UUID> here, Locale locale) {
        var broken = rules.broken(typed.password(), checked.email());
        if (!broken.isEmpty()) {
            return new PasswordChange.Refused(broken);
        }
        if (!typed.isSure()) {
            return new PasswordChange.Differs();
        }
        var password = hasher.hash(typed.password());
        var change = transaction.execute(_ -> change(checked, password, here, locale));
        return Objects.requireNonNull(change);
    }

    private PasswordChange change(
            Account checked, String password, Optional<UUID> here, Locale locale) {
        boolean logsOut = settings.logoutOnPasswordChange();
        if (locks.lock(checked.id()).isEmpty()
                || !changes.changePassword(checked, password, logsOut)) {
            return new PasswordChange.Outdated();
        }
        here.filter(_ -> !logsOut)
                .ifPresentOrElse(
                        session -> sessions.endAllBut(session, checked.id()),
                        () -> sessions.endAll(checked.id()));
        mails.changed(checked, locale);
        return new PasswordChange.Changed();
    }
}
