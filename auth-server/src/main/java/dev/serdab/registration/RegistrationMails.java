package dev.serdab.registration;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;
import dev.serdab.mail.MailLimit;
import dev.serdab.mail.Postbox;
import dev.serdab.mailedlink.LinkPurpose;
import dev.serdab.mailedlink.MailedLink;
import dev.serdab.mailedlink.MailedLinks;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.settings.ServerSettings;
import dev.serdab.site.Site;

import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.Locale;

/** What is mailed about a new account, if the operator wants it. */
@Component
class RegistrationMails {

    private final MailedLinks links;
    private final MailLimit limit;
    private final Postbox postbox;
    private final Site site;
    private final RegistrationSettings settings;
    private final ServerSettings server;
    private final Accounts accounts;

    RegistrationMails(
            MailedLinks links,
            MailLimit limit,
            Postbox postbox,
            Site site,
            RegistrationSettings settings,
            ServerSettings server,
            Accounts accounts) {
        this.links = links;
        this.limit = limit;
        this.postbox = postbox;
        this.site = site;
        this.settings = settings;
        this.server = server;
        this.accounts = accounts;
    }

    /**
     * Whether something is to be mailed to somebody who signs up: who signs up, deletes the account
     * and signs up again could fill an inbox. Asked before the transaction.
     */
    boolean maySend(EmailAddress to) {
        return (settings.sendActivationEmail() || settings.sendConfirmationEmail())
                && limit.allows(to);
    }

    /** After signing up: the link that activates the account, or that it can be used. */
    void registered(Account account, Locale locale) {
        if (account.isActive()) {
            usable(account, locale);
        } else {
            var link = links.make(LinkPurpose.ACTIVATION, account.id());
            postbox.post(activation(account, link), locale);
        }
    }

    /** It can be used. */
    void usable(Account account, Locale locale) {
        if (settings.sendConfirmationEmail()) {
            postbox.post(
                    new AccountCreatedMail(account.email(), account.name(), site.name()), locale);
        }
    }

    /** To whoever has the address that somebody else, or they themselves, signed up with again. */
    void addressTaken(EmailAddress address, Locale locale) {
        postbox.post(
                new AddressTakenMail(
                        address,
                        site.name(),
                        server.at("/sign-in"),
                        server.at(LinkPurpose.ACTIVATION.page())),
                locale);
    }

    /** A front end asks for no password: where one is to be chosen, our page does. */
    private URI activationAddress(Account account, MailedLink link) {
        boolean hasPassword =
                accounts.findWithPassword(account.id())
                        .map(stored -> PasswordHasher.isUsable(stored.password()))
                        .orElse(false);
        return hasPassword
                ? site.address(settings.activationUrl().path(link))
                : server.at(LinkPurpose.ACTIVATION.page() + "/" + link.uid() + "/" + link.token());
    }

    Mail activation(Account account, MailedLink link) {
        return new ActivationMail(
                account.email(),
                account.name(),
                site.name(),
                activationAddress(account, link),
                link.until());
    }
}
