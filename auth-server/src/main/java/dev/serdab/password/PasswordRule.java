package dev.serdab.password;

import java.util.Locale;

/** A rule for new passwords: one of Django's four validators, with the words its clients know. */
public enum PasswordRule {
    /** Not too like the address, or a part of it. */
    SIMILARITY("The password is too similar to the email."),
    /** At least eight characters. */
    LENGTH(
            "This password is too short. It must contain at least %d characters."
                    .formatted(PasswordRule.SHORTEST)),
    /** Not one that very many people have. */
    COMMON("This password is too common."),
    /** Not digits alone. */
    NUMERIC("This password is entirely numeric.");

    static final int SHORTEST = 8;

    private final String message;

    PasswordRule(String message) {
        this.message = message;
    }

    /** What the account API says when the rule is broken. */
    public String message() {
        return message;
    }

    /** Where pages find it said, in the language of their reader. */
    public String key() {
        return "password.rule." + name().toLowerCase(Locale.ROOT);
    }
}
