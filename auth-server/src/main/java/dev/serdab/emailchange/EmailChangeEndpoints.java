package dev.serdab.emailchange;

import dev.serdab.account.Account;
import dev.serdab.account.EmailAddress;
import dev.serdab.accountapi.AccountEndpoints;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.accountapi.CurrentPassword;
import dev.serdab.accountapi.Form;
import dev.serdab.accountapi.NewEmail;
import dev.serdab.accountapi.Route;

import org.springframework.stereotype.Component;

import java.util.List;

/** {@code /users/set_email/}, by its older name {@code /users/set_username/}. */
@Component
class EmailChangeEndpoints implements AccountEndpoints {

    private final EmailChanges changes;
    private final Form form;

    EmailChangeEndpoints(
            EmailChanges changes,
            CurrentPassword currentPassword,
            NewEmail newEmail,
            EmailChangeSettings settings) {
        this.changes = changes;
        this.form =
                Form.of(currentPassword.field())
                        .and(NewEmailFields.of(newEmail, settings.setUsernameRetype()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/users/set_email/", this::change).alsoAt("/users/set_username/"));
    }

    private Answer change(ApiRequest request) {
        var account = request.account();
        return request.read(
                form,
                fields -> NewEmailFields.read(fields, email -> change(account, email, request)));
    }

    private Answer change(Account account, EmailAddress email, ApiRequest request) {
        return switch (changes.change(account, email, request.locale())) {
            case DONE -> Answer.noContent();
            case TAKEN -> NewEmailFields.taken();
            case OUTDATED -> CurrentPassword.wrong();
        };
    }
}
