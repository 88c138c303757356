package dev.serdab.client;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * A secret that a client may show. A client has several while one of them is being replaced.
 *
 * @param value in clear; only its SHA-256 is stored
 * @param expiresAt from when on it is no longer accepted (RFC 7591 §3.2.1, {@code
 *     client_secret_expires_at}); {@code null}: never
 */
public record ClientSecret(String value, @Nullable Instant expiresAt) {

    private static final int SHORTEST = 32;

    public ClientSecret {
        problem(value)
                .ifPresent(sentence -> {
                    throw new IllegalArgumentException("a client's secret " + sentence);
                });
    }

    /** Why a client may not have this secret; empty when it may. */
    public static Optional<String> problem(String value) {
        return value.length() < SHORTEST
                ? Optional.of(
                        "has fewer than %d characters: write the output of `openssl rand -base64 32`"
                                .formatted(SHORTEST))
                : Optional.empty();
    }

    /** Keeps the value out of logs. */
    @Override
    public String toString() {
        return "ClientSecret[expiresAt=" + expiresAt + "]";
    }
}
