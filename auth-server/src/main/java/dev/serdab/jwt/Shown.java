package dev.serdab.jwt;

import dev.serdab.account.AccountId;

import java.time.Instant;

/** A token that somebody sent. */
sealed interface Shown {

    /**
     * Signed by this server.
     *
     * @param generation which of its account's generations it belongs to
     * @param passwordVersion the version of the password it was made under; -1 if it does not say
     */
    record Good(
            Kind kind,
            AccountId account,
            String jti,
            Instant expiresAt,
            long generation,
            long passwordVersion)
            implements Shown {}

    /** Not to be taken. */
    record Refused(TokenRefusal why) implements Shown {}
}
