package dev.serdab.accountapi;

import dev.serdab.account.Accounts;
import dev.serdab.account.EmailAddress;

import org.springframework.stereotype.Component;

import java.util.List;

/** The field for an address that an account shall have. */
@Component
public class NewEmail {

    private static final String TAKEN = "user account with this email already exists.";

    private final Accounts accounts;

    NewEmail(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The field, with an address that nobody has, in whatever case. */
    public Field field(String name) {
        return Field.email(name)
                .longest(EmailAddress.LONGEST)
                .checked((email, _) -> accounts.findByEmail(email).isPresent() ? TAKEN : null);
    }

    /** 400: somebody else was quicker to take it. */
    public static Answer taken(String name) {
        return Answer.wrongField(name, List.of(TAKEN));
    }
}
