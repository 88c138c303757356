package dev.serdab.client;

import com.nimbusds.jwt.SignedJWT;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A JWT that a client made, parsed and not yet believed.
 *
 * @param claims as they stand in the token
 */
public record ClientJwt(SignedJWT jwt, Map<String, Object> claims) {

    /** How much the client's clock may differ from ours. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int LONGEST = 16 * 1024;

    /** Beyond it there is no time that means anything. */
    private static final double LATEST = 1e11;

    /** Reads one; empty when it is not a signed JWT. */
    public static Optional<ClientJwt> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(text);
            return Optional.ofNullable(jwt.getPayload().toJSONObject())
                    .map(claims -> new ClientJwt(jwt, claims));
        } catch (ParseException | RuntimeException e) {
            return Optional.empty(); // The parser stumbles over "null", too.
        }
    }

    /**
     * Whether its {@code typ}, if it has one, is this or says no more than that it is a JWT; any
     * other belongs to a token for another use (RFC 8725 §3.11).
     */
    public boolean isOfType(String wanted) {
        var type = jwt.getHeader().getType();
        if (type == null) {
            return true;
        }
        var name = type.getType().toLowerCase(Locale.ROOT).replaceFirst("^application/", "");
        return name.equals("jwt") || name.equals(wanted);
    }

    /** Whether it is addressed to this server, alone or among others. */
    public boolean isFor(String issuer) {
        return issuer.equals(claims.get("aud"))
                || (claims.get("aud") instanceof List<?> several && several.contains(issuer));
    }

    /** Whether this time is within what it says, where it says something. */
    public boolean isGoodAt(Instant now) {
        return isAbsentOr("exp", end -> end.isAfter(now.minus(SKEW)))
                && isAbsentOr("nbf", start -> !start.isAfter(now.plus(SKEW)))
                && isAbsentOr("iat", made -> !made.isAfter(now.plus(SKEW)));
    }

    /** A claim that is a text; empty when it is absent or something else. */
    public String text(String name) {
        return claims.get(name) instanceof String text ? text : "";
    }

    /** A NumericDate (RFC 7519 §2); {@code null} when it is absent or something else. */
    @Nullable Instant time(String name) {
        if (!(claims.get(name) instanceof Number seconds)) {
            return null;
        }
        double value = seconds.doubleValue();
        return value >= 0 && value < LATEST ? Instant.ofEpochSecond((long) value) : null;
    }

    private boolean isAbsentOr(String name, Predicate<Instant> isGood) {
        var time = time(name);
        return time == null ? !claims.containsKey(name) : isGood.test(time);
    }
}
