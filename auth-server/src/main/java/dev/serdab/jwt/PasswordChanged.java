package dev.serdab.jwt;

import dev.serdab.accountapi.Answer;

/** What is said of a token that ended with the password it was got for. */
class PasswordChanged {

    private PasswordChanged() {}

    static Answer answer() {
        return Answer.detail(401, "The user's password has been changed.", "password_changed");
    }
}
