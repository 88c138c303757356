package dev.serdab.password;

import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.Field;
import dev.serdab.accountapi.Fields;

import java.util.List;

/** The fields in which front ends send a new password. */
class NewPasswordFields {

    private static final String NAME = "new_password";
    private static final String RETYPED = "re_new_password";

    private NewPasswordFields() {}

    static Field[] of(boolean isRetyped) {
        return isRetyped
                ? new Field[] {Field.password(NAME), Field.password(RETYPED)}
                : new Field[] {Field.password(NAME)};
    }

    static NewPassword read(Fields fields) {
        var password = fields.text(NAME);
        return new NewPassword(password, fields.find(RETYPED).orElse(password));
    }

    static Answer refused(List<PasswordRule> brokenRules) {
        return Answer.wrongField(NAME, brokenRules.stream().map(PasswordRule::message).toList());
    }
}
