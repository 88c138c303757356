package dev.serdab.grant;

import dev.serdab.session.BrowserSession;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What an authorization request ended in.
 *
 * @param session who allowed it
 * @param redirectUri as it stood in the request; {@code null} if it did not
 * @param codeChallenge S256 (RFC 7636 §4.2); {@code null} where PKCE is not required
 * @param nonce for the ID token
 * @param details what was granted beside scopes
 */
public record NewGrant(
        String clientId,
        BrowserSession session,
        Set<String> scopes,
        @Nullable String redirectUri,
        @Nullable String codeChallenge,
        @Nullable String nonce,
        GrantDetails details) {}
