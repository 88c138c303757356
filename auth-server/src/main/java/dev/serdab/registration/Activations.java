package dev.serdab.registration;

import dev.serdab.account.Account;
import dev.serdab.account.AccountChanges;
import dev.serdab.account.AccountLocks;
import dev.serdab.account.Accounts;
import dev.serdab.account.Accounts.WithPassword;
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

import java.util.Locale;
import java.util.Objects;

/** Lets people sign in once they showed that they read the mail of their address. */
@Component
class Activations {

    private final MailedLinks links;
    private final LinkRequests requests;
    private final AccountChanges changes;
    private final AccountLocks locks;
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final RegistrationMails mails;
    private final RegistrationSettings settings;
    private final TransactionTemplate transaction;

    Activations(
            MailedLinks links,
            LinkRequests requests,
            AccountChanges changes,
            AccountLocks locks,
            Accounts accounts,
            PasswordHasher hasher,
            RegistrationMails mails,
            RegistrationSettings settings,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.requests = requests;
        this.changes = changes;
        this.locks = locks;
        this.accounts = accounts;
        this.hasher = hasher;
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

    /**
     * Lets whoever reads the mail of an address begin anew with an account that was never active.
     * The password that somebody chose for it is gone: it may have been a stranger.
     *
     * @return whether it is such an account
     */
    boolean startOver(Account found, Locale locale) {
        var started =
                transaction.execute(_ -> {
                    var account =
                            locks.lock(found.id())
                                    .map(WithPassword::account)
                                    .filter(Account::awaitsActivation);
                    account.ifPresent(waiting -> {
                        changes.forgetPassword(waiting.id(), hasher.unusable());
                        mails.registered(waiting, locale);
                    });
                    return account.isPresent();
                });
        return Objects.requireNonNull(started);
    }

    /** Whether the password is chosen by whoever follows the link. */
    boolean needPassword(Account account) {
        return !accounts.findWithPassword(account.id())
                .map(stored -> PasswordHasher.isUsable(stored.password()))
                .orElse(false);
    }

    /** What a link is worth; used is also one whose account became active in another way. */
    LinkState look(String uid, String token) {
        var state = links.look(LinkPurpose.ACTIVATION, uid, token);
        return state instanceof Good(var account) && account.isActive() ? new Used(account) : state;
    }

    /**
     * Follows a link and chooses the password, which was found good.
     *
     * @throws dev.serdab.passwordhash.TooManyPasswords when too many passwords wait already
     */
    Activation activate(Account account, String token, String password, Locale locale) {
        var hash = hasher.hash(password);
        var activation =
                transaction.execute(_ -> {
                    if (!links.use(LinkPurpose.ACTIVATION, account.id(), token)) {
                        return Activation.ALREADY_ACTIVE;
                    }
                    changes.activate(account.id(), hash);
                    mails.usable(account, locale);
                    return Activation.ACTIVATED;
                });
        return Objects.requireNonNull(activation);
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
                transaction.execute(status -> {
                    if (!links.use(LinkPurpose.ACTIVATION, account.id(), token)) {
                        return Activation.ALREADY_ACTIVE; // By the same link, just now.
                    }
                    if (needPassword(account)) {
                        status.setRollbackOnly();
                        return Activation.PASSWORD_NEEDED;
                    }
                    changes.activate(account.id());
                    mails.usable(account, locale);
                    return Activation.ACTIVATED;
                });
        return Objects.requireNonNull(activation);
    }
}
