package dev.serdab.client;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An app whose metadata was checked.
 *
 * @param clientId its public name
 * @param name shown to people
 * @param method how it shows who it is
 * @param keys with which its assertions and signed requests are checked
 * @param trustedIssuer by whose tokens it is known; {@code null}: it signs its own assertions
 * @param redirectUris where codes may be sent
 * @param postLogoutRedirectUris where a browser may be sent after signing out
 * @param backchannelLogoutUri where to say that a session is over, if it wants to be told
 * @param frontchannelLogoutUri what to load in a frame when a session ends, if it wants that
 * @param grantTypes how it may get tokens
 * @param scopes what it may ask for
 * @param audience the {@code aud} of its access tokens; empty: the issuer
 * @param requirePkce whether an authorization request needs a code challenge
 * @param requirePushedRequests whether its authorization requests must be pushed (RFC 9126 §6)
 * @param requireConsent whether people are asked first
 * @param openId what it would like of OpenID Connect
 * @param exchange whose tokens it may exchange for what
 * @param rotatesRefreshTokens whether each refresh gives a new refresh token
 * @param hasStatelessTokens whether the tokens it gets for itself are kept nowhere
 * @param about what it tells people about itself
 * @param isSelfRegistered whether it came by itself, and no operator ever named it
 * @param tokenGeneration how often all such tokens were ended at once
 */
public record Client(
        String clientId,
        String name,
        AuthenticationMethod method,
        ClientKeys keys,
        @Nullable TrustedIssuer trustedIssuer,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        @Nullable String backchannelLogoutUri,
        @Nullable String frontchannelLogoutUri,
        Set<GrantType> grantTypes,
        Set<String> scopes,
        List<String> audience,
        boolean requirePkce,
        boolean requirePushedRequests,
        boolean requireConsent,
        OpenIdPreferences openId,
        ExchangePolicy exchange,
        boolean rotatesRefreshTokens,
        boolean hasStatelessTokens,
        AboutClient about,
        boolean isSelfRegistered,
        long tokenGeneration) {

    /** Its name in this language, as far as it said one. */
    public String name(Locale locale) {
        return about.name(locale, name);
    }

    /** Whether it has nothing to show who it is. */
    public boolean isPublic() {
        return method == AuthenticationMethod.NONE;
    }

    /** Whether it wants to be told when a session ends in which it was given something. */
    public boolean wantsToHearOfLogout() {
        return backchannelLogoutUri != null || frontchannelLogoutUri != null;
    }

    /**
     * The same, as it is stored.
     *
     * @param selfRegistered whether no operator ever named it: people are always asked then
     * @param generation how often all its stateless tokens were ended
     */
    Client stored(boolean selfRegistered, long generation) {
        return new Client(
                clientId,
                name,
                method,
                keys,
                trustedIssuer,
                redirectUris,
                postLogoutRedirectUris,
                backchannelLogoutUri,
                frontchannelLogoutUri,
                grantTypes,
                scopes,
                audience,
                requirePkce,
                requirePushedRequests,
                requireConsent || selfRegistered,
                openId,
                exchange,
                rotatesRefreshTokens,
                hasStatelessTokens,
                about,
                selfRegistered,
                generation);
    }

    /**
     * What it asks for with these words. Without any: what it is registered for, but for what
     * outlives the session.
     */
    public Set<String> scopesFor(Set<String> asked) {
        if (!asked.isEmpty()) {
            return asked;
        }
        var all = new LinkedHashSet<>(scopes);
        all.remove("offline_access");
        return all;
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
