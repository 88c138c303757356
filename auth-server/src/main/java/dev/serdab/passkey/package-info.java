/**
 * Passkeys: signing in without a password (Web Authentication Level 3).
 *
 * <p>Start reading at {@link dev.serdab.passkey.PasskeySignIn} and {@link
 * dev.serdab.passkey.PasskeyCreation}. Owns the tables {@code passkey_owner}, {@code passkey} and
 * {@code answered_challenge}.
 *
 * <p>A passkey whose owner was verified by the device, with a fingerprint or a PIN, is two factors:
 * something they have, and something they are or know. No other is taken.
 */
@ApplicationModule(
        displayName = "Passkeys",
        allowedDependencies = {
            "account",
            "audit",
            "authorization",
            "cleanup",
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
package dev.serdab.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
