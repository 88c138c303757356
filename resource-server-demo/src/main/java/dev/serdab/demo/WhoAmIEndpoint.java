package dev.serdab.demo;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Tells a caller what its access token says. */
@RestController
class WhoAmIEndpoint {

    @GetMapping("/whoami")
    WhoAmI whoAmI(@AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token);
        // No token gets here without the required claims: that is one of the rules.
        return new WhoAmI(
                caller.subject(),
                caller.kind().name().toLowerCase(Locale.ROOT),
                requireNonNull(token.getClaimAsString("client_id")),
                requireNonNullElse(token.getClaimAsString("scope"), ""),
                requireNonNull(token.getClaimAsString("iss")),
                requireNonNull(token.getAudience()),
                requireNonNull(token.getExpiresAt()));
    }

    /**
     * The claims of RFC 9068 §2.2, shaped as there.
     *
     * @param sub whom the token speaks for
     * @param speaksFor {@code person}, or {@code client} when an app acts for itself
     * @param clientId which app holds it
     * @param scope what it may do: names with spaces between, as in the token response (RFC 6749
     *     §3.3)
     * @param iss who signed it
     * @param aud for which APIs; always a list
     * @param expiresAt when it ends, as RFC 3339 rather than in seconds
     */
    record WhoAmI(
            String sub,
            String speaksFor,
            String clientId,
            String scope,
            String iss,
            List<String> aud,
            Instant expiresAt) {}
}
