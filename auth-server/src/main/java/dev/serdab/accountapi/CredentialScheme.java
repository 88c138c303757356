package dev.serdab.accountapi;

import java.util.Optional;

/**
 * A way to show who one is in the {@code Authorization} header.
 *
 * <p>Schemes are asked in their {@code @Order}; the first that knows the header decides. Those that
 * need no database come first, and last the one that refuses unknown bearer tokens.
 */
public interface CredentialScheme {

    /**
     * Looks at the header.
     *
     * @param authorization the header's value split at white space, at least one part
     */
    Identification identify(String[] authorization);

    /** What {@code WWW-Authenticate} says if no scheme before has something to say. */
    default Optional<String> challenge() {
        return Optional.empty();
    }
}
