package dev.serdab.client;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

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
 * @param backchannelLogoutUri where the server says that a session is over (OpenID Connect
 *     Back-Channel Logout 1.0 §2.2)
 * @param backchannelLogoutSessionRequired whether {@code sid} must be said; it always is
 * @param frontchannelLogoutUri what the signing-out page loads in a frame (OpenID Connect
 *     Front-Channel Logout 1.0 §2)
 * @param frontchannelLogoutSessionRequired whether {@code iss} and {@code sid} must be said; they
 *     always are
 * @param jwks the public keys of a client that signs assertions or requests (RFC 7517 §5)
 * @param jwksUri where they are instead
 * @param assertionIssuer the platform whose tokens the client shows instead of assertions of its
 *     own; {@code jwks} has the platform's keys, or {@code jwks_uri} leads to them
 * @param assertionSubject which of its workloads the client is: their {@code sub}, or its beginning
 *     and a {@code *}
 * @param audience the {@code aud} of its access tokens; default: the issuer
 * @param requirePkce only a confidential client may write {@code false}
 * @param requirePushedAuthorizationRequests takes its authorization requests only pushed (RFC 9126
 *     §6)
 * @param requireConsent whether people are asked before it gets anything
 * @param idTokenSignedResponseAlg how its ID tokens are signed (OpenID Connect Registration §2);
 *     default {@code RS256}
 * @param subjectType {@code public} (default) or {@code pairwise}: people have names of their own
 *     at this app's host
 * @param sectorIdentifierUri where the hosts of one app with several are listed: pairwise names are
 *     the same at all of them (OpenID Connect Registration §5)
 * @param requireSignedRequestObject takes its authorization requests only signed (RFC 9101 §10.5)
 * @param userinfoSignedResponseAlg signs what userinfo answers; default: plain JSON
 * @param resource the API that the client runs: tokens with this {@code aud} it may exchange
 * @param exchangeTargets what it may exchange them for
 * @param mayAct the one client that may act with this one's tokens (RFC 8693 §4.4)
 * @param rotateRefreshTokens whether each refresh gives a new refresh token; only a confidential
 *     client may write {@code false}
 * @param statelessTokens whether the tokens it gets for itself are kept nowhere, instead of a row
 *     for each
 * @param responseTypes nothing but {@code code} is offered
 * @param applicationType {@code web} or {@code native}; nothing follows from it here
 * @param clientUri the app's own page
 * @param logoUri a picture that people see when the app asks
 * @param policyUri what it does with people's data
 * @param tosUri its terms
 * @param initiateLoginUri where others begin a sign-in to it (OpenID Connect Core §4)
 * @param contacts who answers for it
 * @param softwareId the same for all instances of an app
 * @param softwareVersion of these
 * @param localized the name in other languages: {@code client_name#ja} → text (RFC 7591 §2.2)
 */
public record ClientMetadata(
        @Nullable String clientName,
        @Nullable List<String> redirectUris,
        @Nullable List<String> postLogoutRedirectUris,
        @Nullable String backchannelLogoutUri,
        @Nullable Boolean backchannelLogoutSessionRequired,
        @Nullable String frontchannelLogoutUri,
        @Nullable Boolean frontchannelLogoutSessionRequired,
        @Nullable List<String> grantTypes,
        @Nullable String scope,
        @Nullable String tokenEndpointAuthMethod,
        @Nullable Jwks jwks,
        @Nullable String jwksUri,
        @Nullable String assertionIssuer,
        @Nullable String assertionSubject,
        @Nullable List<String> audience,
        @Nullable Boolean requirePkce,
        @Nullable Boolean requirePushedAuthorizationRequests,
        @Nullable Boolean requireConsent,
        @Nullable String idTokenSignedResponseAlg,
        @Nullable String subjectType,
        @Nullable String sectorIdentifierUri,
        @Nullable Boolean requireSignedRequestObject,
        @Nullable String userinfoSignedResponseAlg,
        @Nullable String resource,
        @Nullable List<ExchangeTarget> exchangeTargets,
        @Nullable String mayAct,
        @Nullable Boolean rotateRefreshTokens,
        @Nullable Boolean statelessTokens,
        @Nullable List<String> responseTypes,
        @Nullable String applicationType,
        @Nullable String clientUri,
        @Nullable String logoUri,
        @Nullable String policyUri,
        @Nullable String tosUri,
        @Nullable String initiateLoginUri,
        @Nullable List<String> contacts,
        @Nullable String softwareId,
        @Nullable String softwareVersion,
        @Nullable Map<String, String> localized) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    /**
     * Reads a JSON object; members of other names are left out.
     *
     * @throws tools.jackson.core.JacksonException when it is none, or a member of the wrong kind
     */
    public static ClientMetadata parse(String json) {
        return JSON.readValue(json, ClientMetadata.class);
    }

    /** The same as JSON. */
    public String toJson() {
        return JSON.writeValueAsString(this);
    }
}
