package dev.serdab.session;

import java.util.List;
import java.util.Set;

/**
 * What the factors of a sign-in amount to: {@code acr} (OpenID Connect Core §2). It is computed
 * from what was really shown, never from what an app asked for.
 */
public final class AuthenticationClass {

    /** One factor, as a password. */
    public static final String ONE_FACTOR = "urn:serdab:acr:one-factor";

    private AuthenticationClass() {}

    /** The class that these factors reach. */
    public static String of(Set<Factor> factors) {
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("Nobody signs in with nothing.");
        }
        return ONE_FACTOR;
    }

    /** All that can be reached, for discovery. */
    public static List<String> names() {
        return List.of(ONE_FACTOR);
    }
}
