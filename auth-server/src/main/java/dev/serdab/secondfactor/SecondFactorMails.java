package dev.serdab.secondfactor;

import dev.serdab.account.Account;
import dev.serdab.mail.Postbox;
import dev.serdab.site.Site;

import org.springframework.stereotype.Component;

import java.util.Locale;

/** Tells people what happened to their second factor; nobody can ask for these mails. */
@Component
class SecondFactorMails {

    private final Postbox postbox;
    private final Site site;

    SecondFactorMails(Postbox postbox, Site site) {
        this.postbox = postbox;
        this.site = site;
    }

    void added(Account to, Locale locale) {
        postbox.post(new SecondFactorAddedMail(to.email(), to.name(), site.name()), locale);
    }

    void removed(Account to, Locale locale) {
        postbox.post(new SecondFactorRemovedMail(to.email(), to.name(), site.name()), locale);
    }

    void recoveryCodeUsed(Account to, int left, Locale locale) {
        postbox.post(new RecoveryCodeUsedMail(to.email(), to.name(), site.name(), left), locale);
    }
}
