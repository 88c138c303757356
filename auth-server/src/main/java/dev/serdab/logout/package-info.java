/**
 * Signing out: here, and at the wish of an app (OpenID Connect RP-Initiated Logout 1.0).
 *
 * <p>Start reading at {@link dev.serdab.logout.LogoutEndpoint}.
 */
@ApplicationModule(
        displayName = "Logout",
        allowedDependencies = {"account", "client", "idtoken", "page", "protocol", "session"})
@NullMarked
package dev.serdab.logout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
