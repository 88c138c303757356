package dev.serdab.grant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A code that was found, used or not.
 *
 * @param isUsed whether it was redeemed or burned before
 * @param redirectUri as it stood in the authorization request
 * @param codeChallenge what the verifier must hash to
 * @param nonce for the ID token
 */
public record AuthorizationCode(
        TokenHash hash,
        Grant grant,
        boolean isUsed,
        Instant expiresAt,
        @Nullable String redirectUri,
        @Nullable String codeChallenge,
        @Nullable String nonce) {}
