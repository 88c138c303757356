package dev.serdab.password;

import java.util.List;

/** What became of changing a password. */
sealed interface PasswordChange {

    /** It counts from now on. */
    record Changed() implements PasswordChange {}

    /** It breaks these rules. */
    record Refused(List<PasswordRule> brokenRules) implements PasswordChange {}

    /** It was typed differently the second time. */
    record Differs() implements PasswordChange {}

    /** The old password was changed by somebody else while this was under way. */
    record Outdated() implements PasswordChange {}
}
