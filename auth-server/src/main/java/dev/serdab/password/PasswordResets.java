package dev.serdab.password;

import dev.serdab.account.Account;
import dev.serdab.account.AccountChanges;
import dev.serdab.mailedlink.LinkPurpose;
import dev.serdab.mailedlink.LinkRequest;
import dev.serdab.mailedlink.LinkRequests;
import dev.serdab.mailedlink.LinkState;
import dev.serdab.mailedlink.LinkState.Good;
import dev.serdab.mailedlink.LinkState.NoAccount;
import dev.serdab.mailedlink.LinkState.NotValid;
import dev.serdab.mailedlink.LinkState.Used;
import dev.serdab.mailedlink.MailedLinks;
import dev.serdab.passwordhash.PasswordHasher;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Lets people in again who forgot their password. */
@Component
class PasswordResets {

    private final MailedLinks links;
    private final LinkRequests requests;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final AccountChanges changes;
    private final PasswordMails mails;
    private final TransactionTemplate transaction;

    PasswordResets(
            MailedLinks links,
            LinkRequests requests,
            PasswordRules rules,
            PasswordHasher hasher,
            AccountChanges changes,
            PasswordMails mails,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.requests = requests;
        this.rules = rules;
        this.hasher = hasher;
        this.changes = changes;
        this.mails = mails;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Mails a link to an address, if it has an active account with a password. */
    LinkRequest send(String email, Locale locale) {
        return requests.send(LinkPurpose.PASSWORD_RESET, email, mails::reset, locale);
    }

    /** Mails a link to somebody who is signed in and has no password yet. */
    void sendFirst(Account account, Locale locale) {
        requests.sendToOwner(LinkPurpose.PASSWORD_RESET, account, mails::reset, locale);
    }

    /** What a link is worth. */
    LinkState look(String uid, String token) {
        return links.look(LinkPurpose.PASSWORD_RESET, uid, token);
    }

    /**
     * Sets the password. A password that is refused leaves the link as good as it was.
     *
     * @throws dev.serdab.passwordhash.TooManyPasswords when too many passwords wait already
     */
    PasswordReset complete(String uid, String token, NewPassword typed, Locale locale) {
        var link = look(uid, token);
        var broken = broken(typed.password(), link);
        if (!broken.isEmpty()) {
            return new PasswordReset.Refused(broken);
        }
        if (!typed.isSure()) {
            return new PasswordReset.Differs();
        }
        return switch (link) {
            case Good(var account) ->
                    complete(account, token, hasher.hash(typed.password()), locale);
            case Used _, NotValid _ -> new PasswordReset.LinkNotValid();
            case NoAccount _ -> new PasswordReset.NoAccount();
        };
    }

    /** Whose password it shall be is looked at only for somebody who may know. */
    private List<PasswordRule> broken(String password, LinkState link) {
        return link instanceof Good(var account)
                ? rules.broken(password, account.email())
                : rules.broken(password);
    }

    private PasswordReset complete(Account account, String token, String hash, Locale locale) {
        PasswordReset reset =
                transaction.execute(_ -> {
                    if (!links.use(LinkPurpose.PASSWORD_RESET, account.id(), token)) {
                        return new PasswordReset.LinkNotValid();
                    }
                    changes.resetPassword(account.id(), hash);
                    mails.changed(account, locale);
                    return new PasswordReset.Done();
                });
        return Objects.requireNonNull(reset);
    }
}
