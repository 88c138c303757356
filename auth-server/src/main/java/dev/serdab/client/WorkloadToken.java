package dev.serdab.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token that a platform gave a workload, which shows it instead of a secret (RFC 7523 §3). The
 * workload reads it from a file and shows it until the platform puts a new one there, so it is good
 * many times, and what bounds it is its life.
 */
record WorkloadToken(ClientJwt jwt) {

    /** From {@code iat} to {@code exp}; a stolen one is good for so long at most. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    /** What is wrong with a well-signed one; empty when nothing is. */
    Optional<String> problem(TrustedIssuer trusted, String issuer, Instant now) {
        if (!jwt.isOfType("client-authentication+jwt")) {
            return Optional.of("The typ of client_assertion belongs to a token for another use.");
        }
        if (!jwt.text("iss").equals(trusted.issuer())) {
            return Optional.of("iss of client_assertion must be the client's assertion_issuer.");
        }
        if (!trusted.allows(jwt.text("sub"))) {
            return Optional.of("sub of client_assertion is not the client's assertion_subject.");
        }
        // Whoever else it is addressed to could show it here.
        var audience = jwt.claims().get("aud");
        if (!issuer.equals(audience) && !List.of(issuer).equals(audience)) {
            return Optional.of("aud of client_assertion must be the issuer alone: " + issuer);
        }
        var end = jwt.time("exp");
        var made = jwt.time("iat");
        if (end == null || made == null || end.isAfter(made.plus(LONGEST_LIFE))) {
            return Optional.of(
                    "exp and iat of client_assertion must be there and be at most 24 hours apart.");
        }
        return jwt.isGoodAt(now)
                ? Optional.empty()
                : Optional.of("exp of client_assertion is past, or nbf or iat lies ahead.");
    }
}
