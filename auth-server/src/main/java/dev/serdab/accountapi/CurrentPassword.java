package dev.serdab.accountapi;

import dev.serdab.accountapi.Caller.Person;
import dev.serdab.credential.PasswordCheck;

import org.springframework.stereotype.Component;

/**
 * The field {@code current_password}: who asks for something that cannot be undone shows again that
 * they know their password. Hashes, so no transaction may be open.
 */
@Component
public class CurrentPassword {

    /** What the field is called. */
    public static final String NAME = "current_password";

    private final PasswordCheck passwords;

    CurrentPassword(PasswordCheck passwords) {
        this.passwords = passwords;
    }

    /** The field, compared with the password of whoever asks. */
    public Field field() {
        return Field.text(NAME)
                .checked((password, caller) ->
                        caller instanceof Person(var account, _)
                                        && passwords.isCurrent(account, password)
                                ? null
                                : "Invalid password.");
    }
}
