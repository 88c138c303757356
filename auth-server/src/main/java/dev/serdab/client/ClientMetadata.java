package dev.serdab.client;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is said about a client, in RFC 7591's names, before it is checked; {@code null} where
 * nothing was said. This is also the JSON that is stored.
 *
 * @param clientName shown to people
 * @param redirectUris where codes may be sent; compared exactly
 * @param postLogoutRedirectUris where a browser may be sent after signing out
 * @param grantTypes default {@code authorization_code} (RFC 7591 §2)
 * @param scope what it may ask for, separated by spaces
 * @param tokenEndpointAuthMethod default {@code client_secret_basic} (RFC 7591 §2)
 * @param audience the {@code aud} of its access tokens; default: the issuer
 * @param requirePkce only a confidential client may write {@code false}
 * @param requireConsent whether people are asked before it gets anything
 * @param rotateRefreshTokens whether each refresh gives a new refresh token; only a confidential
 *     client may write {@code false}
 * @param statelessTokens whether the tokens it gets for itself are kept nowhere, instead of a row
 *     for each
 */
public record ClientMetadata(
        @Nullable String clientName,
        @Nullable List<String> redirectUris,
        @Nullable List<String> postLogoutRedirectUris,
        @Nullable List<String> grantTypes,
        @Nullable String scope,
        @Nullable String tokenEndpointAuthMethod,
        @Nullable List<String> audience,
        @Nullable Boolean requirePkce,
        @Nullable Boolean requireConsent,
        @Nullable Boolean rotateRefreshTokens,
        @Nullable Boolean statelessTokens) {}
