package dev.serdab.emailchange;

import dev.serdab.account.Account;
import dev.serdab.account.AccountChanges;
import dev.serdab.account.AccountLocks;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.EmailChange;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Locale;
import java.util.Objects;

/** Gives the accounts of people who know their password another address. */
@Component
class EmailChanges {

    private final AccountLocks locks;
    private final AccountChanges changes;
    private final EmailMails mails;
    private final TransactionTemplate transaction;

    EmailChanges(
            AccountLocks locks,
            AccountChanges changes,
            EmailMails mails,
            PlatformTransactionManager transactions) {
        this.locks = locks;
        this.changes = changes;
        this.mails = mails;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Changes the address, which is what one signs in with from now on. That it is theirs is not
     * proved by that.
     *
     * @param checked the account as it was read before the current password was compared
     */
    EmailChange change(Account checked, EmailAddress email, Locale locale) {
        boolean isTold = mails.maySend(email);
        var change =
                transaction.execute(status -> {
                    if (locks.lock(checked.id()).isEmpty()) {
                        return EmailChange.OUTDATED;
                    }
                    var made = changes.changeEmail(checked, email);
                    if (made == EmailChange.TAKEN) {
                        status.setRollbackOnly();
                    }
                    if (made == EmailChange.DONE && isTold) {
                        mails.changed(checked, email, locale);
                    }
                    return made;
                });
        return Objects.requireNonNull(change);
    }
}
