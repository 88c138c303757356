package dev.serdab.authorization;

import dev.serdab.claim.ClaimsRequest;
import dev.serdab.client.Client;
import dev.serdab.client.RedirectUri;
import dev.serdab.protocol.Parameters;
import dev.serdab.session.AuthenticationClass;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An authorization request whose client, redirect URI and every parameter were found good (RFC 6749
 * §4.1.1, OpenID Connect Core §3.1.2.1).
 *
 * @param givenRedirectUri as it stood in the request, if it did
 * @param scopes what is asked for, all of it registered for the client
 * @param resources the APIs that tokens shall be for; none: all that the client is registered for
 * @param claims what is asked for one by one
 * @param codeChallenge S256; {@code null} where PKCE is not required and was not used
 * @param prompt what shall happen first: nothing visible, a new sign-in, the question for consent
 * @param maxAge how old the sign-in may be
 * @param hintedSubject whom alone it may be about, as an earlier ID token names them
 * @param loginHint whom the client expects to sign in
 * @param uiLocales the languages it would like pages in, best first
 * @param parameters all that counts of it, to keep it by
 */
public record AuthorizationRequest(
        AnswerAddress answerTo,
        @Nullable String givenRedirectUri,
        Set<String> scopes,
        Set<String> resources,
        ClaimsRequest claims,
        @Nullable String nonce,
        @Nullable String codeChallenge,
        Set<String> prompt,
        @Nullable Duration maxAge,
        @Nullable String hintedSubject,
        @Nullable String loginHint,
        @Nullable String uiLocales,
        Parameters parameters) {

    /** What {@code prompt} may say. */
    public static final List<String> PROMPTS =
            List.of("none", "login", "consent", "select_account", "create");

    /** The app that asks. */
    public Client client() {
        return answerTo.client();
    }

    /** Where the answer goes. */
    public String redirectUri() {
        return answerTo.redirectUri();
    }

    /** The app's place, as people know it. */
    public String redirectHost() {
        return RedirectUri.placeOf(redirectUri());
    }

    /**
     * Whether another program on the person's device could have sent it: anybody can send what a
     * client without a secret sends, and anybody there can wait at a loopback port or take an app's
     * own scheme (RFC 8252 §8.6).
     */
    boolean mayBeAnotherApps() {
        return client().isPublic() && !redirectUri().startsWith("https:");
    }

    /** Whether nothing may be shown. */
    boolean isSilent() {
        return prompt.contains("none");
    }

    /**
     * Whether it is about a sign-in with two factors: it insists on one, or would like one best
     * ({@code acr_values}).
     */
    boolean wantsTwoFactors() {
        var classes = claims.essentialClasses();
        return classes.isEmpty()
                ? parameters.words("acr_values").stream()
                        .findFirst()
                        .filter(AuthenticationClass.TWO_FACTOR::equals)
                        .isPresent()
                : classes.contains(AuthenticationClass.TWO_FACTOR)
                        && !classes.contains(AuthenticationClass.ONE_FACTOR);
    }

    /** Whether it may be about somebody whom the client knows by this name. */
    boolean mayBeAbout(String subject) {
        return (hintedSubject == null || hintedSubject.equals(subject))
                && (claims.subjects() == null || claims.subjects().contains(subject));
    }

    /**
     * What the person decides on: the scopes, and those that reveal a claim which is asked for by
     * itself. Claims whose scope the client is not registered for are not given.
     */
    Set<String> scopesToAllow() {
        var all = new LinkedHashSet<>(scopes);
        claims.scopes().stream().filter(client().scopes()::contains).sorted().forEach(all::add);
        return all;
    }
}
