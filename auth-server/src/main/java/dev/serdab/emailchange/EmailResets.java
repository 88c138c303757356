package dev.serdab.emailchange;

import dev.serdab.account.Account;
import dev.serdab.account.AccountChanges;
import dev.serdab.account.EmailAddress;
import dev.serdab.mailedlink.LinkPurpose;
import dev.serdab.mailedlink.LinkRequest;
import dev.serdab.mailedlink.LinkRequests;
import dev.serdab.mailedlink.LinkState;
import dev.serdab.mailedlink.LinkState.Good;
import dev.serdab.mailedlink.LinkState.NoAccount;
import dev.serdab.mailedlink.LinkState.NotValid;
import dev.serdab.mailedlink.LinkState.Used;
import dev.serdab.mailedlink.MailedLinks;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Locale;
import java.util.Objects;

/** Lets people choose another address who still read the mail of the old one. */
@Component
class EmailResets {

    private final MailedLinks links;
    private final LinkRequests requests;
    private final AccountChanges changes;
    private final EmailMails mails;
    private final TransactionTemplate transaction;

    EmailResets(
            MailedLinks links,
            LinkRequests requests,
            AccountChanges changes,
            EmailMails mails,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.requests = requests;
        this.changes = changes;
        this.mails = mails;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Mails a link to an address, if it has an active account with a password. */
    LinkRequest send(String email, Locale locale) {
        return requests.send(LinkPurpose.EMAIL_RESET, email, mails::reset, locale);
    }

    /** What a link is worth. */
    LinkState look(String uid, String token) {
        return links.look(LinkPurpose.EMAIL_RESET, uid, token);
    }

    /** Changes the address. The link proved the old one, and nothing proves the new one yet. */
    EmailReset complete(String uid, String token, EmailAddress email, Locale locale) {
        return switch (look(uid, token)) {
            case Good(var account) -> complete(account, token, email, locale);
            case Used _, NotValid _ -> EmailReset.LINK_NOT_VALID;
            case NoAccount _ -> EmailReset.NO_ACCOUNT;
        };
    }

    private EmailReset complete(Account account, String token, EmailAddress email, Locale locale) {
        boolean isTold = mails.maySend(email);
        var reset =
                transaction.execute(status -> {
                    var made = complete(account, token, email, status);
                    if (made == EmailReset.DONE && isTold) {
                        mails.changed(account, email, locale);
                    }
                    return made;
                });
        return Objects.requireNonNull(reset);
    }

    private EmailReset complete(
            Account account, String token, EmailAddress email, TransactionStatus status) {
        if (!links.use(LinkPurpose.EMAIL_RESET, account.id(), token)) {
            return EmailReset.LINK_NOT_VALID;
        }
        return switch (changes.resetEmail(account.id(), email)) {
            case DONE -> EmailReset.DONE;
            case TAKEN -> {
                status.setRollbackOnly();
                yield EmailReset.TAKEN;
            }
            case OUTDATED -> throw new IllegalStateException("a locked account is there");
        };
    }
}
