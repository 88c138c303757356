/**
 * The authorization request: what it may say, what has to happen before it is answered, and how it
 * is answered.
 *
 * <p>Start reading at {@link dev.serdab.authorization.AuthorizationEndpoint}. Owns the table {@code
 * pending_authorization}.
 *
 * <p>A request that has to wait (for a sign-in, for consent) lies in the database under a handle in
 * the URL: two tabs, a restart and another node all go on where they were. Nothing is ever sent to
 * a redirect URI that was not found registered.
 */
@ApplicationModule(
        displayName = "Authorization requests",
        allowedDependencies = {
            "accesstoken",
            "account",
            "claim",
            "cleanup",
            "client",
            "clientlogo",
            "clientregistration",
            "consent",
            "grant",
            "idtoken",
            "page",
            "protocol",
            "sealing",
            "session",
            "settings",
            "sqltime",
            "subject"
        })
@NullMarked
package dev.serdab.authorization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
