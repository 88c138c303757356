package dev.serdab.registration;

import dev.serdab.account.Account;
import dev.serdab.password.PasswordRule;

import java.time.Duration;
import java.util.List;

/** What became of signing up. */
sealed interface SignUp {

    /** The account exists now. */
    record Registered(Account account) implements SignUp {}

    /**
     * Another account has this address, in whatever case.
     *
     * @param mayMail whether its owner may be mailed that; counted already
     */
    record AddressTaken(boolean mayMail) implements SignUp {}

    /** The password breaks these rules. */
    record PasswordRefused(List<PasswordRule> brokenRules) implements SignUp {}

    /** The password was typed differently the second time. */
    record PasswordsDiffer() implements SignUp {}

    /** Too many accounts were made from this network address. */
    record TooMany(Duration retryAfter) implements SignUp {}
}
