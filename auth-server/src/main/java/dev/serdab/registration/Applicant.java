package dev.serdab.registration;

import dev.serdab.account.EmailAddress;

/**
 * Somebody who asks for an account.
 *
 * @param passwordAgain the password typed a second time; the same where nobody asks for that
 */
record Applicant(EmailAddress email, String name, String password, String passwordAgain) {

    boolean isSureOfPassword() {
        return password.equals(passwordAgain);
    }
}
