/**
 * Checking an e-mail address and a password: the one guard that the sign-in page, {@code
 * /token/login/} and {@code /jwt/create/} all call, with its limits.
 *
 * <p>Start reading at {@link dev.serdab.credential.PasswordCheck}.
 *
 * <p>Nobody learns here whether an address has an account: unknown, wrong and inactive take the
 * same time and cost the same attempts.
 */
@ApplicationModule(
        displayName = "Credentials",
        allowedDependencies = {"account", "audit", "knownbrowser", "limit", "passwordhash"})
@NullMarked
package dev.serdab.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
