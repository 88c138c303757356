package dev.serdab.mailedlink;

import dev.serdab.account.Account;
import dev.serdab.account.AccountLocks;
import dev.serdab.account.Accounts;
import dev.serdab.account.Accounts.WithPassword;
import dev.serdab.account.WhiteSpace;
import dev.serdab.mail.Mail;
import dev.serdab.mail.MailLimit;
import dev.serdab.mail.Postbox;
import dev.serdab.passwordhash.PasswordHasher;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;

/** Mails a link to whoever asks for one and owns the address. */
@Component
public class LinkRequests {

    /**
     * How long an answer takes, so that nobody can tell by it whether a mail was written. Well over
     * what writing one takes.
     */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Accounts accounts;
    private final AccountLocks locks;
    private final MailedLinks links;
    private final MailLimit limit;
    private final Postbox postbox;
    private final MailedLinkSettings settings;
    private final TransactionTemplate transaction;

    LinkRequests(
            Accounts accounts,
            AccountLocks locks,
            MailedLinks links,
            MailLimit limit,
            Postbox postbox,
            MailedLinkSettings settings,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.locks = locks;
        this.links = links;
        this.limit = limit;
        this.postbox = postbox;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Writes the mail of a feature. */
    @FunctionalInterface
    public interface LinkMail {

        /** A mail to the account's address with the link in it. */
        Mail write(Account account, MailedLink link);
    }

    /**
     * Mails a link if the address has an account that fits the purpose and a usable password (which
     * is chosen at activation by who has none), and was not mailed too often.
     *
     * @param email in whatever case; the mail goes to the address as stored
     */
    public LinkRequest send(LinkPurpose purpose, String email, LinkMail mail, Locale locale) {
        var patience = Patience.of(PATIENCE);
        var account = accounts.findWithPassword(WhiteSpace.strip(email)).filter(fits(purpose));
        if (account.isEmpty() && settings.tellsUnknownAddresses()) {
            return LinkRequest.UNKNOWN_ADDRESS;
        }
        account.map(WithPassword::account)
                .filter(found -> limit.allows(found.email()))
                .ifPresent(found -> post(purpose, found, fits(purpose), mail, locale));
        patience.end();
        return LinkRequest.ACCEPTED;
    }

    /** The same to somebody who is signed in, and has no password that could be forgotten. */
    public void sendToOwner(LinkPurpose purpose, Account owner, LinkMail mail, Locale locale) {
        if (limit.allows(owner.email())) {
            post(purpose, owner, stored -> isFor(purpose, stored.account()), mail, locale);
        }
    }

    /** Looked up again under lock: the mail must not go to an address that is changed just now. */
    private void post(
            LinkPurpose purpose,
            Account found,
            Predicate<WithPassword> fits,
            LinkMail mail,
            Locale locale) {
        transaction.executeWithoutResult(_ ->
                locks.lock(found.id())
                        .filter(fits)
                        .map(WithPassword::account)
                        .filter(account -> account.email().equals(found.email()))
                        .ifPresent(account -> {
                            var link = links.make(purpose, account.id());
                            postbox.post(mail.write(account, link), locale);
                        }));
    }

    private static Predicate<WithPassword> fits(LinkPurpose purpose) {
        return stored ->
                isFor(purpose, stored.account())
                        && (purpose == LinkPurpose.ACTIVATION
                                || PasswordHasher.isUsable(stored.password()));
    }

    /** Who was let in once and is not any more was switched off: no link switches them on. */
    private static boolean isFor(LinkPurpose purpose, Account account) {
        return purpose.isForActive() ? account.isActive() : account.awaitsActivation();
    }
}
