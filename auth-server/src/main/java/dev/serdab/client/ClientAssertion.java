package dev.serdab.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A JWT with which a client shows who it is (RFC 7523 §3), parsed and not yet believed. */
record ClientAssertion(ClientJwt jwt) {

    /** How far ahead {@code exp} may be. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    static Optional<ClientAssertion> parse(String text) {
        return ClientJwt.parse(text).map(ClientAssertion::new);
    }

    /** Whom it is about: the client. Empty if it does not say. */
    String subject() {
        return jwt.text("sub");
    }

    /** What tells it from every other one of the same client. Empty if it does not say. */
    String id() {
        return jwt.text("jti");
    }

    /** When no node will take it any more. */
    Instant endsAt() {
        var end = Objects.requireNonNull(jwt.time("exp"));
        return end.plus(ClientJwt.SKEW).plus(ClientJwt.SKEW);
    }

    /** What is wrong with a well-signed one; empty when nothing is. */
    Optional<String> problem(String issuer, Instant now) {
        if (!jwt.isOfType("client-authentication+jwt")) {
            return Optional.of("The typ of client_assertion must be client-authentication+jwt.");
        }
        if (!jwt.text("iss").equals(subject())) {
            return Optional.of("iss and sub of client_assertion must both be the client_id.");
        }
        // A list, or the address of an endpoint, lets another server use it at ours
        // (draft-ietf-oauth-rfc7523bis).
        if (!issuer.equals(jwt.claims().get("aud"))) {
            return Optional.of("aud of client_assertion must be the issuer alone: " + issuer);
        }
        if (id().isEmpty()) {
            return Optional.of("jti of client_assertion is missing.");
        }
        return timeProblem(now);
    }

    private Optional<String> timeProblem(Instant now) {
        var longest = LONGEST_LIFE.plus(ClientJwt.SKEW);
        var end = jwt.time("exp");
        var made = jwt.time("iat");
        if (end == null || end.isAfter(now.plus(longest))) {
            return Optional.of(
                    "exp of client_assertion must be there and be at most 5 minutes ahead.");
        }
        if (made != null && made.isBefore(now.minus(longest))) {
            return Optional.of("iat of client_assertion lies too far back.");
        }
        return jwt.isGoodAt(now)
                ? Optional.empty()
                : Optional.of("exp of client_assertion is past, or nbf or iat lies ahead.");
    }
}
