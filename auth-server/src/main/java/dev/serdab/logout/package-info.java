/**
 * Signing out: here, at the wish of an app (OpenID Connect RP-Initiated Logout 1.0), and everywhere
 * else that heard of the sign-in (Back-Channel and Front-Channel Logout 1.0).
 *
 * <p>Start reading at {@link dev.serdab.logout.LogoutEndpoint}; {@link dev.serdab.logout.Farewell}
 * ends this browser's session, {@link dev.serdab.logout.BackchannelLogout} tells the apps of every
 * session that ends, whoever ended it. Owns the table {@code logout_notice}.
 */
@ApplicationModule(
        displayName = "Logout",
        allowedDependencies = {
            "account",
            "cleanup",
            "client",
            "idtoken",
            "outbound",
            "page",
            "protocol",
            "session",
            "settings",
            "signingkey",
            "sqltime",
            "subject"
        })
@NullMarked
package dev.serdab.logout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
