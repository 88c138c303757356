package dev.serdab.accountapi;

import dev.serdab.accountapi.Caller.Person;
import dev.serdab.credential.PasswordCheck;

import org.springframework.stereotype.Component;

import java.util.List;

/**
 * The field {@code current_password}: who asks for something that cannot be undone shows again that
 * they know their password. Hashes, so no transaction may be open.
 */
@Component
public class CurrentPassword {

    /** What the field is called. */
    public static final String NAME = "current_password";

    private static final String WRONG = "Invalid password.";

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
                                : WRONG);
    }

    /** 400: it was right, and is no longer, as somebody changed it at this moment. */
    public static Answer wrong() {
        return Answer.wrongField(NAME, List.of(WRONG));
    }
}
