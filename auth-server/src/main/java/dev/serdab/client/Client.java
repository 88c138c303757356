package dev.serdab.client;

import java.util.List;
import java.util.Set;

/**
 * An app whose metadata was checked.
 *
 * @param clientId its public name
 * @param name shown to people
 * @param method how it shows who it is
 * @param redirectUris where codes may be sent
 * @param postLogoutRedirectUris where a browser may be sent after signing out
 * @param grantTypes how it may get tokens
 * @param scopes what it may ask for
 * @param audience the {@code aud} of its access tokens; empty: the issuer
 * @param requirePkce whether an authorization request needs a code challenge
 * @param requireConsent whether people are asked first
 * @param rotatesRefreshTokens whether each refresh gives a new refresh token
 * @param hasStatelessTokens whether the tokens it gets for itself are kept nowhere
 * @param tokenGeneration how often all such tokens were ended at once
 */
public record Client(
        String clientId,
        String name,
        AuthenticationMethod method,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        Set<GrantType> grantTypes,
        Set<String> scopes,
        List<String> audience,
        boolean requirePkce,
        boolean requireConsent,
        boolean rotatesRefreshTokens,
        boolean hasStatelessTokens,
        long tokenGeneration) {

    /** Whether it cannot keep a secret. */
    public boolean isPublic() {
        return method == AuthenticationMethod.NONE;
    }

    /** The same, as all its stateless tokens were ended so often. */
    Client inGeneration(long generation) {
        return new Client(
                clientId,
                name,
                method,
                redirectUris,
                postLogoutRedirectUris,
                grantTypes,
                scopes,
                audience,
                requirePkce,
                requireConsent,
                rotatesRefreshTokens,
                hasStatelessTokens,
                generation);
    }

    /** Whether it may get tokens this way. */
    public boolean mayUse(GrantType type) {
        return grantTypes.contains(type);
    }

    /**
     * Whether a code may be sent there: exact, but for the port of a loopback address (RFC 8252
     * §7.3).
     */
    public boolean allowsRedirectTo(String uri) {
        return redirectUris.stream().anyMatch(registered -> RedirectUri.matches(registered, uri));
    }
}
