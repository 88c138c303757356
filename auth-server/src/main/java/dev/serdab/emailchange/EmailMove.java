package dev.serdab.emailchange;

import dev.serdab.password.PasswordRule;

import java.util.List;

/** What became of following a link about another address. */
sealed interface EmailMove {

    /** It is done. */
    record Done() implements EmailMove {}

    /** Another account has the address by now. */
    record Taken() implements EmailMove {}

    /** The password that goes with it breaks these rules. */
    record Refused(List<PasswordRule> brokenRules) implements EmailMove {}

    /** The link is not good, or not any more. */
    record LinkNotValid() implements EmailMove {}
}
