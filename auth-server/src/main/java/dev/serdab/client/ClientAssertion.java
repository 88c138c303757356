package dev.serdab.client;

import com.nimbusds.jwt.SignedJWT;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A JWT with which a client shows who it is (RFC 7523 §3), parsed and not yet believed.
 *
 * @param claims as they stand in the token
 */
record ClientAssertion(SignedJWT jwt, Map<String, Object> claims) {

    /** How far ahead {@code exp} may be. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    /** How much the client's clock may differ from ours. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final int LONGEST = 16 * 1024;

    /** {@code typ} may be missing (RFC 7523); another one belongs to a token for another use. */
    private static final Set<String> TYPES = Set.of("jwt", "client-authentication+jwt");

    /** Beyond it there is no time that means anything. */
    private static final double LATEST = 1e11;

    static Optional<ClientAssertion> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(text);
            return Optional.ofNullable(jwt.getPayload().toJSONObject())
                    .map(claims -> new ClientAssertion(jwt, claims));
        } catch (ParseException | RuntimeException e) {
            return Optional.empty(); // The parser stumbles over "null", too.
        }
    }

    /** Whom it is about: the client. Empty if it does not say. */
    String subject() {
        return text("sub");
    }

    /** What tells it from every other one of the same client. Empty if it does not say. */
    String id() {
        return text("jti");
    }

    /** When no node will take it any more. */
    Instant endsAt() {
        var end = Objects.requireNonNull(time("exp"));
        return end.plus(SKEW).plus(SKEW);
    }

    /** What is wrong with a well-signed one; empty when nothing is. */
    Optional<String> problem(String issuer, Instant now) {
        if (!hasGoodType()) {
            return Optional.of("The typ of client_assertion must be client-authentication+jwt.");
        }
        if (!text("iss").equals(subject())) {
            return Optional.of("iss and sub of client_assertion must both be the client_id.");
        }
        // A list, or the address of an endpoint, lets another server use it at ours
        // (draft-ietf-oauth-rfc7523bis).
        if (!issuer.equals(claims.get("aud"))) {
            return Optional.of("aud of client_assertion must be the issuer alone: " + issuer);
        }
        if (id().isEmpty()) {
            return Optional.of("jti of client_assertion is missing.");
        }
        return timeProblem(now);
    }

    private Optional<String> timeProblem(Instant now) {
        var end = time("exp");
        if (end == null
                || !end.isAfter(now.minus(SKEW))
                || end.isAfter(now.plus(LONGEST_LIFE).plus(SKEW))) {
            return Optional.of(
                    "exp of client_assertion must be there, not be past, and be at most 5 minutes ahead.");
        }
        if (claims.containsKey("nbf")) {
            var start = time("nbf");
            if (start == null || start.isAfter(now.plus(SKEW))) {
                return Optional.of("nbf of client_assertion lies ahead.");
            }
        }
        if (claims.containsKey("iat")) {
            var made = time("iat");
            if (made == null
                    || made.isAfter(now.plus(SKEW))
                    || made.isBefore(now.minus(LONGEST_LIFE).minus(SKEW))) {
                return Optional.of("iat of client_assertion lies ahead or too far back.");
            }
        }
        return Optional.empty();
    }

    private boolean hasGoodType() {
        var type = jwt.getHeader().getType();
        return type == null
                || TYPES.contains(
                        type.getType().toLowerCase(Locale.ROOT).replaceFirst("^application/", ""));
    }

    private String text(String name) {
        return claims.get(name) instanceof String text ? text : "";
    }

    /** A NumericDate (RFC 7519 §2); {@code null} when it is absent or something else. */
    private @Nullable Instant time(String name) {
        if (!(claims.get(name) instanceof Number seconds)) {
            return null;
        }
        double value = seconds.doubleValue();
        return value >= 0 && value < LATEST ? Instant.ofEpochSecond((long) value) : null;
    }
}
