package dev.serdab.emailchange;

import dev.serdab.account.EmailAddress;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.Field;
import dev.serdab.accountapi.Fields;
import dev.serdab.accountapi.NewEmail;

import java.util.function.Function;

/** The fields in which front ends send a new address. */
class NewEmailFields {

    private static final String NAME = "new_email";
    private static final String RETYPED = "re_new_email";

    private NewEmailFields() {}

    static Field[] of(NewEmail newEmail, boolean isRetyped) {
        return isRetyped
                ? new Field[] {newEmail.field(NAME), Field.text(RETYPED)}
                : new Field[] {newEmail.field(NAME)};
    }

    /** Goes on with the address, if it was typed alike twice where that is asked for. */
    static Answer read(Fields fields, Function<EmailAddress, Answer> next) {
        var email = fields.text(NAME);
        return fields.find(RETYPED).map(email::equals).orElse(true)
                ? next.apply(new EmailAddress(email))
                : Answer.differ("email");
    }

    static Answer taken() {
        return NewEmail.taken(NAME);
    }
}
