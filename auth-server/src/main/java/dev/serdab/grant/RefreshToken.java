package dev.serdab.grant;

import java.time.Instant;

/** A refresh token that was found, whatever its state. */
public record RefreshToken(TokenHash hash, Grant grant, TokenStatus status, Instant expiresAt) {

    /** Whether it was given to this client. */
    public boolean isIssuedTo(String clientId) {
        return grant.clientId().equals(clientId);
    }

    /** Whether its idle lifetime, or its family's absolute one, is over. */
    public boolean isExpiredAt(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
