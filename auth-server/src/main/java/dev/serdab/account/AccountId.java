package dev.serdab.account;

import java.util.Optional;

/**
 * The number the database gave an account. Its text is {@code sub}; it never changes.
 *
 * @param value greater than 0
 */
public record AccountId(long value) {

    /** Reads the text form; empty for anything that is not one. */
    public static Optional<AccountId> parse(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return Optional.of(new AccountId(Long.parseLong(text)));
    }

    /** The text that goes into {@code sub} and {@code user_id}. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
