package dev.serdab.jwt;

import org.jspecify.annotations.Nullable;

/** What became of bringing a refresh token. */
sealed interface Renewal {

    /**
     * A new access token.
     *
     * @param refresh a new refresh token, if they rotate
     */
    record Renewed(String access, @Nullable String refresh) implements Renewal {}

    /** The token is not taken. */
    record Refused(TokenRefusal why) implements Renewal {}

    /** Its account was deleted. */
    record NoAccount() implements Renewal {}

    /** The password was changed since, and a setting ends tokens by that. */
    record PasswordIsNew() implements Renewal {}

    /** Its account may not sign in. */
    record NotActive() implements Renewal {}
}
