package dev.serdab.signin;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages of an account that a sign-in can lead to. Forms and addresses name them by {@link
 * #word}; nothing else is ever gone to.
 */
public enum AccountPlace {
    HOME("/account", false),
    PROFILE("/account/profile", false),
    PASSWORD("/account/password", true),
    EMAIL("/account/email", true),
    PASSKEYS("/account/passkeys", true),
    SECOND_FACTOR("/account/second-factor", true),
    SESSIONS("/account/sessions", false),
    APPS("/account/apps", false),
    ACTIVITY("/account/activity", false),
    EXPORT("/account/export", true),
    DELETE("/account/delete", true);

    private final String path;
    private final boolean isSensitive;

    AccountPlace(String path, boolean isSensitive) {
        this.path = path;
        this.isSensitive = isSensitive;
    }

    /** Where it is. */
    public String path() {
        return path;
    }

    /** What forms and addresses call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AccountPlace> named(@Nullable String word) {
        return Arrays.stream(values()).filter(place -> place.word().equals(word)).findFirst();
    }

    /** The places that only a fresh sign-in opens, with all that lies below them. */
    static Stream<AccountPlace> sensitive() {
        return Arrays.stream(values()).filter(place -> place.isSensitive);
    }
}
