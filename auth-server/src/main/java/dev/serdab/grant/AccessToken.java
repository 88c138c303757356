package dev.serdab.grant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An access token that is alive.
 *
 * @param clientId whom it was given to
 * @param grant what it came of; {@code null} when the client speaks for itself
 * @param scopes what it is good for
 * @param claims all that it says
 */
public record AccessToken(
        TokenHash hash,
        String clientId,
        @Nullable Grant grant,
        Set<String> scopes,
        Instant issuedAt,
        Instant expiresAt,
        Map<String, Object> claims) {

    /** Whether it was made for this party: it is among {@code aud}. */
    public boolean isFor(String party) {
        var audience = claims.get("aud");
        return audience instanceof List<?> several
                ? several.contains(party)
                : party.equals(audience);
    }
}
