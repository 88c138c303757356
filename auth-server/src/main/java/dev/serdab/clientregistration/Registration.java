package dev.serdab.clientregistration;

import dev.serdab.client.ClientMetadata;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A registered client, as it is told about itself (RFC 7591 §3.2.1, RFC 7592 §3).
 *
 * @param secret only when it has just been made, or was shown
 * @param token with which it manages itself
 */
record Registration(
        String clientId,
        ClientMetadata metadata,
        Instant registeredAt,
        @Nullable String secret,
        String token) {

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "Registration[clientId=" + clientId + "]";
    }
}
