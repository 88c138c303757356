package dev.serdab.passkey;

import dev.serdab.account.Account;
import dev.serdab.mail.Postbox;
import dev.serdab.settings.ServerSettings;
import dev.serdab.site.Site;

import org.springframework.stereotype.Component;

import java.util.Locale;

/** Tells owners of what opens their account: whoever did it may have been somebody else. */
@Component
class PasskeyMails {

    private final Postbox postbox;
    private final Site site;
    private final ServerSettings server;

    PasskeyMails(Postbox postbox, Site site, ServerSettings server) {
        this.postbox = postbox;
        this.site = site;
        this.server = server;
    }

    void added(Account account, Passkey passkey, Locale locale) {
        postbox.post(
                new PasskeyAddedMail(
                        account.email(),
                        account.name(),
                        site.name(),
                        passkey.name(),
                        server.at(PasskeysPage.PATH)),
                locale);
    }

    void removed(Account account, Passkey passkey, Locale locale) {
        postbox.post(
                new PasskeyRemovedMail(
                        account.email(),
                        account.name(),
                        site.name(),
                        passkey.name(),
                        server.at(PasskeysPage.PATH)),
                locale);
    }
}
