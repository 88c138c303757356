package dev.serdab.authorization;

import dev.serdab.client.Client;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Set;

/**
 * An authorization request whose client, redirect URI and every parameter were found good (RFC 6749
 * §4.1.1, OpenID Connect Core §3.1.2.1).
 *
 * @param redirectUri where the answer goes
 * @param givenRedirectUri the same as it stood in the request, if it did
 * @param scopes what is asked for, all of it registered for the client
 * @param resources the APIs that tokens shall be for; none: all that the client is registered for
 * @param codeChallenge S256; {@code null} where PKCE is not required and was not used
 * @param prompt what shall happen first: nothing visible, a new sign-in, the question for consent
 * @param maxAge how old the sign-in may be
 * @param loginHint whom the client expects to sign in
 * @param uiLocales the languages it would like pages in, best first
 */
public record AuthorizationRequest(
        Client client,
        String redirectUri,
        @Nullable String givenRedirectUri,
        Set<String> scopes,
        Set<String> resources,
        @Nullable String state,
        @Nullable String nonce,
        @Nullable String codeChallenge,
        Set<String> prompt,
        @Nullable Duration maxAge,
        @Nullable String loginHint,
        @Nullable String uiLocales) {

    /** Whether nothing may be shown. */
    boolean isSilent() {
        return prompt.contains("none");
    }

    /** Where an answer of any kind goes. */
    AnswerAddress answerAddress() {
        return new AnswerAddress(redirectUri, state);
    }
}
