package dev.serdab.accountapi;

/**
 * A way to show who one is in the {@code Authorization} header.
 *
 * <p>Schemes are asked in their {@code @Order}. The one for {@code Bearer} comes last and refuses
 * what it does not know; a scheme for other bearer tokens goes before it and claims only its own.
 */
public interface CredentialScheme {

    /**
     * Looks at the header.
     *
     * @param authorization the header's value split at white space, at least one part
     */
    Identification identify(String[] authorization);
}
