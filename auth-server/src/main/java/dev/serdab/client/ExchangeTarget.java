package dev.serdab.client;

import org.jspecify.annotations.Nullable;

/**
 * For whom a client may exchange people's tokens (RFC 8693).
 *
 * @param audience the {@code aud} of the new token: what the request calls {@code audience} or
 *     {@code resource}
 * @param scope the most that may be allowed there, separated by spaces; default: nothing
 */
public record ExchangeTarget(@Nullable String audience, @Nullable String scope) {}
