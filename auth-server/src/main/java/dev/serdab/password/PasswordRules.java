package dev.serdab.password;

import dev.serdab.account.EmailAddress;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says what is wrong with a new password, in the words of Django's four validators. */
@Component
public class PasswordRules {

    private static final int SHORTEST = 8;

    private final PasswordSettings settings;
    private final CommonPasswords common = CommonPasswords.load();

    PasswordRules(PasswordSettings settings) {
        this.settings = settings;
    }

    /**
     * The messages of all broken rules; none when the password may be chosen.
     *
     * @param email the address of whoever shall have the password
     */
    public List<String> broken(String password, EmailAddress email) {
        return settings.validators().stream()
                .filter(rule -> breaks(rule, password, email))
                .map(PasswordRules::message)
                .toList();
    }

    private boolean breaks(PasswordSettings.Rule rule, String password, EmailAddress email) {
        return switch (rule) {
            case SIMILARITY -> Similarity.isTooLike(password, email.value());
            case LENGTH -> password.codePointCount(0, password.length()) < SHORTEST;
            case COMMON -> common.contains(password);
            case NUMERIC -> password.codePoints().allMatch(Character::isDigit);
        };
    }

    private static String message(PasswordSettings.Rule rule) {
        return switch (rule) {
            case SIMILARITY -> "The password is too similar to the email.";
            case LENGTH ->
                    "This password is too short. It must contain at least %d characters."
                            .formatted(SHORTEST);
            case COMMON -> "This password is too common.";
            case NUMERIC -> "This password is entirely numeric.";
        };
    }
}
