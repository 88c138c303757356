package dev.serdab.grant;

import java.time.Instant;
import java.util.Set;

/**
 * A token to be remembered; its value is hashed on the way in.
 *
 * @param scopes what it is good for
 */
public record NewToken(String value, Set<String> scopes, Instant issuedAt, Instant expiresAt) {}
