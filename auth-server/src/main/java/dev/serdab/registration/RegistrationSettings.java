package dev.serdab.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign up.
 *
 * @param userCreatePasswordRetype whether the password must be sent twice, as {@code re_password}
 */
@ConfigurationProperties("serdab.account-api")
record RegistrationSettings(@DefaultValue("false") boolean userCreatePasswordRetype) {}
