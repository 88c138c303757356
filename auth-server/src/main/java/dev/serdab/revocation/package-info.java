/**
 * Ending everything of an account, of a client or of a sign-in: one call each, and the operator's
 * entrance to it on the management port.
 *
 * <p>Start reading at {@link dev.serdab.revocation.Revocations}.
 *
 * <p>Whatever is ended is dead at once wherever this server is asked: at the token endpoint,
 * introspection, userinfo and the account API. An API that judges tokens by their signature takes
 * them until they expire.
 */
@ApplicationModule(
        displayName = "Revocation",
        allowedDependencies = {"account", "audit", "client", "consent", "grant", "session"})
@NullMarked
package dev.serdab.revocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
