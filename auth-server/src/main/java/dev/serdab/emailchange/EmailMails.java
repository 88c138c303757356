package dev.serdab.emailchange;

import dev.serdab.account.Account;
import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;
import dev.serdab.mail.MailLimit;
import dev.serdab.mail.Postbox;
import dev.serdab.mailedlink.MailedLink;
import dev.serdab.settings.ServerSettings;
import dev.serdab.site.Site;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Locale;

/** What is mailed about addresses. */
@Component
class EmailMails {

    private final Postbox postbox;
    private final MailLimit limit;
    private final Site site;
    private final EmailChangeSettings settings;
    private final ServerSettings server;

    EmailMails(
            Postbox postbox,
            MailLimit limit,
            Site site,
            EmailChangeSettings settings,
            ServerSettings server) {
        this.postbox = postbox;
        this.limit = limit;
        this.site = site;
        this.settings = settings;
        this.server = server;
    }

    Mail reset(Account account, MailedLink link) {
        return new EmailResetMail(
                account.email(),
                account.name(),
                site.name(),
                site.address(settings.usernameResetConfirmUrl().path(link)),
                link.until());
    }

    /**
     * Whether a new address is to be told: only if the operator wants it, and not too often, as
     * nothing proves yet whose address it is. Asked before the transaction.
     */
    boolean maySend(EmailAddress to) {
        return settings.usernameChangedEmailConfirmation() && limit.allows(to);
    }

    void changed(Account account, EmailAddress to, Locale locale) {
        postbox.post(new EmailChangedMail(to, account.name(), site.name()), locale);
    }

    /** To the address that somebody wants: that it is theirs. */
    void move(Account account, EmailAddress to, String token, Instant until, Locale locale) {
        var link = server.at(EmailMovePage.CONFIRM + token);
        postbox.post(
                new EmailMoveMail(to, account.name(), site.name(), link, MailedLink.moment(until)),
                locale);
    }

    /** To the address that the account had: how to take it back. */
    void moved(Account old, String token, Instant until, Locale locale) {
        var link = server.at(EmailMovePage.TAKE_BACK + token);
        postbox.post(
                new EmailMovedMail(
                        old.email(), old.name(), site.name(), link, MailedLink.moment(until)),
                locale);
    }
}
