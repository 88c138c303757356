package dev.serdab.registration;

import dev.serdab.mailedlink.LinkTemplate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign up.
 *
 * @param userCreatePasswordRetype whether the password must be sent twice, as {@code re_password}
 * @param sendActivationEmail whether nobody signs in before a mailed link was followed
 * @param sendConfirmationEmail whether a mail says that the account can be used
 * @param activationUrl where that link leads, below the front end's address
 */
@ConfigurationProperties("serdab.account-api")
record RegistrationSettings(
        @DefaultValue("false") boolean userCreatePasswordRetype,
        @DefaultValue("false") boolean sendActivationEmail,
        @DefaultValue("false") boolean sendConfirmationEmail,
        @DefaultValue("activate/{uid}/{token}") LinkTemplate activationUrl) {}
