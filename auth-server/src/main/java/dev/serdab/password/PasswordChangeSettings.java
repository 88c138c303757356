package dev.serdab.password;

import dev.serdab.mailedlink.LinkTemplate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords are changed and reset.
 *
 * @param setPasswordRetype whether a changed password must be sent twice, as {@code
 *     re_new_password}
 * @param passwordResetConfirmRetype the same for one that is set by a mailed link
 * @param passwordChangedEmailConfirmation whether a mail says that the password was changed
 * @param logoutOnPasswordChange whether front ends must log in again afterwards; a reset always
 *     makes them
 * @param passwordResetConfirmUrl where a mailed link leads, below the front end's address
 */
@ConfigurationProperties("serdab.account-api")
record PasswordChangeSettings(
        @DefaultValue("false") boolean setPasswordRetype,
        @DefaultValue("false") boolean passwordResetConfirmRetype,
        @DefaultValue("false") boolean passwordChangedEmailConfirmation,
        @DefaultValue("false") boolean logoutOnPasswordChange,
        @DefaultValue("password/reset/confirm/{uid}/{token}")
                LinkTemplate passwordResetConfirmUrl) {}
