/**
 * The second factor: one-time codes of an app, recovery codes, and the step of a sign-in that asks
 * for them.
 *
 * <p>Start reading at {@link dev.serdab.secondfactor.SecondFactorCheck}, the one guard that the
 * pages and the account API both call. Owns the tables {@code totp}, {@code recovery_code} and
 * {@code half_sign_in}.
 *
 * <p>A code opens something once, on whatever node; guesses are counted before they are compared. A
 * stranger who knows the password locks the owner out of no browser they signed in in before.
 */
@ApplicationModule(
        displayName = "Second factor",
        allowedDependencies = {
            "account",
            "accountapi",
            "audit",
            "authorization",
            "cleanup",
            "knownbrowser",
            "limit",
            "mail",
            "page",
            "sealing",
            "session",
            "settings",
            "signin",
            "site",
            "sqltime"
        })
@NullMarked
package dev.serdab.secondfactor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
