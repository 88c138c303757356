package dev.serdab.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign up.
 *
 * @param userCreatePasswordRetype whether the password must be sent twice, as {@code re_password}
 * @param sendConfirmationEmail whether a mail says that the account exists
 * @param siteName what mails call this site; the issuer's host by default
 */
@ConfigurationProperties("serdab.account-api")
record RegistrationSettings(
        @DefaultValue("false") boolean userCreatePasswordRetype,
        @DefaultValue("false") boolean sendConfirmationEmail,
        @DefaultValue("") String siteName) {}
