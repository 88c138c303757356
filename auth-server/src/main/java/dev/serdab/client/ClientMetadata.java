package dev.serdab.client;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

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
 * @param jwks the public keys of a client that signs assertions or requests (RFC 7517 §5)
 * @param audience the {@code aud} of its access tokens; default: the issuer
 * @param requirePkce only a confidential client may write {@code false}
 * @param requireConsent whether people are asked before it gets anything
 * @param subjectType {@code public} (default) or {@code pairwise}: people have names of their own
 *     at this app's host
 * @param requireSignedRequestObject takes its authorization requests only signed (RFC 9101 §10.5)
 * @param userinfoSignedResponseAlg signs what userinfo answers; default: plain JSON
 * @param resource the API that the client runs: tokens with this {@code aud} it may exchange
 * @param exchangeTargets what it may exchange them for
 * @param mayAct the one client that may act with this one's tokens (RFC 8693 §4.4)
 */
public record ClientMetadata(
        @Nullable String clientName,
        @Nullable List<String> redirectUris,
        @Nullable List<String> postLogoutRedirectUris,
        @Nullable List<String> grantTypes,
        @Nullable String scope,
        @Nullable String tokenEndpointAuthMethod,
        @Nullable Map<String, Object> jwks,
        @Nullable List<String> audience,
        @Nullable Boolean requirePkce,
        @Nullable Boolean requireConsent,
        @Nullable String subjectType,
        @Nullable Boolean requireSignedRequestObject,
        @Nullable String userinfoSignedResponseAlg,
        @Nullable String resource,
        @Nullable List<ExchangeTarget> exchangeTargets,
        @Nullable String mayAct) {}
