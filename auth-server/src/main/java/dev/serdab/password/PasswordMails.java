package dev.serdab.password;

import dev.serdab.account.Account;
import dev.serdab.mail.Mail;
import dev.serdab.mail.Postbox;
import dev.serdab.mailedlink.MailedLink;
import dev.serdab.site.Site;

import org.springframework.stereotype.Component;

import java.util.Locale;

/** What is mailed about passwords. */
@Component
class PasswordMails {

    private final Postbox postbox;
    private final Site site;
    private final PasswordChangeSettings settings;

    PasswordMails(Postbox postbox, Site site, PasswordChangeSettings settings) {
        this.postbox = postbox;
        this.site = site;
        this.settings = settings;
    }

    Mail reset(Account account, MailedLink link) {
        return new PasswordResetMail(
                account.email(),
                account.name(),
                site.name(),
                site.address(settings.passwordResetConfirmUrl().path(link)),
                link.until());
    }

    /** That the password was changed, if the operator wants it told. */
    void changed(Account account, Locale locale) {
        if (settings.passwordChangedEmailConfirmation()) {
            postbox.post(
                    new PasswordChangedMail(account.email(), account.name(), site.name()), locale);
        }
    }
}
