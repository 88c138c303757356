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

    /** Two of different kinds, as a password and a code, or a passkey that asked for a PIN. */
    public static final String TWO_FACTOR = "urn:serdab:acr:two-factor";

    private AuthenticationClass() {}

    /** The class that these factors reach. */
    public static String of(Set<Factor> factors) {
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("Nobody signs in with nothing.");
        }
        return isTwoFactor(factors) ? TWO_FACTOR : ONE_FACTOR;
    }

    /** Whether two factors of different kinds were shown. */
    public static boolean isTwoFactor(Set<Factor> factors) {
        return factors.stream().map(Factor::kind).distinct().count() > 1;
    }

    /** All that can be reached, for discovery. */
    public static List<String> names() {
        return List.of(ONE_FACTOR, TWO_FACTOR);
    }
}
