package dev.serdab.registration;

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

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Locale;
import java.util.Objects;

/** Lets people sign in once they showed that they read the mail of their address. */
@Component
class Activations {

    private final MailedLinks links;
    private final LinkRequests requests;
    private final AccountChanges changes;
    private final RegistrationMails mails;
    private final RegistrationSettings settings;
    private final TransactionTemplate transaction;

    Activations(
            MailedLinks links,
            LinkRequests requests,
            AccountChanges changes,
            RegistrationMails mails,
            RegistrationSettings settings,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.requests = requests;
        this.changes = changes;
        this.mails = mails;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether accounts have to be activated at all. */
    boolean areWanted() {
        return settings.sendActivationEmail();
    }

    /** Mails another link to an address whose account is not active. Earlier ones stay good. */
    LinkRequest sendAgain(String email, Locale locale) {
        return areWanted()
                ? requests.send(LinkPurpose.ACTIVATION, email, mails::activation, locale)
                : LinkRequest.NOT_OFFERED;
    }

    /** What a link is worth; used is also one whose account became active in another way. */
    LinkState look(String uid, String token) {
        var state = links.look(LinkPurpose.ACTIVATION, uid, token);
        return state instanceof Good(var account) && account.isActive() ? new Used(account) : state;
    }

    /** Follows a link. */
    Activation activate(String uid, String token, Locale locale) {
        return switch (look(uid, token)) {
            case Good(var account) -> activate(account, token, locale);
            case Used _ -> Activation.ALREADY_ACTIVE;
            case NotValid _ -> Activation.LINK_NOT_VALID;
            case NoAccount _ -> Activation.NO_ACCOUNT;
        };
    }

    private Activation activate(Account account, String token, Locale locale) {
        var activation =
                transaction.execute(_ -> {
                    if (!links.use(LinkPurpose.ACTIVATION, account.id(), token)) {
                        return Activation.ALREADY_ACTIVE; // By the same link, just now.
                    }
                    changes.activate(account.id());
                    mails.usable(account, locale);
                    return Activation.ACTIVATED;
                });
        return Objects.requireNonNull(activation);
    }
}
