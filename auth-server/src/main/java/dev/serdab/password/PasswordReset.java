package dev.serdab.password;

import java.util.List;

/** What became of choosing a password by a mailed link. */
sealed interface PasswordReset {

    /** It counts from now on, and nobody is signed in any more. */
    record Done() implements PasswordReset {}

    /** It breaks these rules. */
    record Refused(List<PasswordRule> brokenRules) implements PasswordReset {}

    /** It was typed differently the second time. */
    record Differs() implements PasswordReset {}

    /** The link is not good. */
    record LinkNotValid() implements PasswordReset {}

    /** The link names an account that does not exist. */
    record NoAccount() implements PasswordReset {}
}
