package dev.serdab.signingkey;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The content of a JWT whose signature was found to be ours.
 *
 * @param kid of the key that signed it
 * @param claims as they stand in the token
 */
public record OwnJwt(String kid, Map<String, Object> claims) {

    /** A claim that is a text; {@code null} when it is absent or something else. */
    public @Nullable String text(String name) {
        return claims.get(name) instanceof String text ? text : null;
    }

    /** A claim that counts seconds; {@code null} when it is absent or something else. */
    public @Nullable Instant time(String name) {
        return claims.get(name) instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : null;
    }

    /** Whether {@code exp} is absent or past. */
    public boolean isExpiredAt(Instant now) {
        var end = time("exp");
        return end == null || !end.isAfter(now);
    }

    /** {@code aud}, which may be one text or several. */
    public List<String> audience() {
        return switch (claims.get("aud")) {
            case String one -> List.of(one);
            case List<?> several ->
                    several.stream()
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList();
            case null, default -> List.of();
        };
    }
}
