package dev.serdab.emailchange;

import dev.serdab.mailedlink.LinkTemplate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How addresses are changed. Djoser calls them usernames, as they are what one logs in with.
 *
 * @param setUsernameRetype whether a new address must be sent twice, as {@code re_new_email}
 * @param usernameResetConfirmRetype the same for one that is set by a mailed link
 * @param usernameChangedEmailConfirmation whether a mail to the new address says that it was
 *     changed
 * @param usernameResetConfirmUrl where a mailed link leads, below the front end's address
 */
@ConfigurationProperties("serdab.account-api")
record EmailChangeSettings(
        @DefaultValue("false") boolean setUsernameRetype,
        @DefaultValue("false") boolean usernameResetConfirmRetype,
        @DefaultValue("false") boolean usernameChangedEmailConfirmation,
        @DefaultValue("email/reset/confirm/{uid}/{token}") LinkTemplate usernameResetConfirmUrl) {}
