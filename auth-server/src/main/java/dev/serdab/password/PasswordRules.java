package dev.serdab.password;

import dev.serdab.account.EmailAddress;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says what is wrong with a new password. */
@Component
public class PasswordRules {

    private final PasswordSettings settings;
    private final CommonPasswords common = CommonPasswords.load();

    PasswordRules(PasswordSettings settings) {
        this.settings = settings;
    }

    /**
     * All broken rules, in the order of the setting; none when the password may be chosen.
     *
     * @param email the address of whoever shall have the password
     */
    public List<PasswordRule> broken(String password, EmailAddress email) {
        return settings.validators().stream()
                .filter(rule -> breaks(rule, password, email))
                .toList();
    }

    private boolean breaks(PasswordRule rule, String password, EmailAddress email) {
        return switch (rule) {
            case SIMILARITY -> Similarity.isTooLike(password, email.value());
            case LENGTH -> password.codePointCount(0, password.length()) < PasswordRule.SHORTEST;
            case COMMON -> common.contains(password);
            case NUMERIC -> password.codePoints().allMatch(Character::isDigit);
        };
    }
}
