package dev.serdab.password;

import dev.serdab.account.EmailAddress;

import org.jspecify.annotations.Nullable;
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
        return brokenBy(password, email);
    }

    /** The same for a password of which nobody can say yet who shall have it. */
    public List<PasswordRule> broken(String password) {
        return brokenBy(password, null);
    }

    private List<PasswordRule> brokenBy(String password, @Nullable EmailAddress email) {
        return settings.validators().stream()
                .filter(rule -> breaks(rule, password, email))
                .toList();
    }

    private boolean breaks(PasswordRule rule, String password, @Nullable EmailAddress email) {
        return switch (rule) {
            case SIMILARITY -> email != null && Similarity.isTooLike(password, email.value());
            case LENGTH -> password.codePointCount(0, password.length()) < PasswordRule.SHORTEST;
            case COMMON -> common.contains(password);
            case NUMERIC -> password.codePoints().allMatch(Character::isDigit);
        };
    }
}
