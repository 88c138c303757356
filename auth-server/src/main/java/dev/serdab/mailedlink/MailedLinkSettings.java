package dev.serdab.mailedlink;

import dev.serdab.settings.WrongSetting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Mailed links of every kind.
 *
 * @param passwordResetTimeout how long a link works, whatever it is for (Django's name)
 * @param passwordResetShowEmailNotFound whether one is told that an address has no fitting account
 * @param usernameResetShowEmailNotFound the same; as in Djoser either setting works for all links
 */
@ConfigurationProperties("serdab.account-api")
record MailedLinkSettings(
        @DefaultValue("72h") Duration passwordResetTimeout,
        @DefaultValue("false") boolean passwordResetShowEmailNotFound,
        @DefaultValue("false") boolean usernameResetShowEmailNotFound) {

    MailedLinkSettings {
        if (passwordResetTimeout.toSeconds() < 1) {
            throw new WrongSetting(
                    "serdab.account-api.password-reset-timeout",
                    "is \"%s\": write a time of at least 1s, such as 72h"
                            .formatted(passwordResetTimeout));
        }
    }

    boolean tellsUnknownAddresses() {
        return passwordResetShowEmailNotFound || usernameResetShowEmailNotFound;
    }
}
