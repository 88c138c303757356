package dev.serdab.emailchange;

import dev.serdab.account.EmailAddress;
import dev.serdab.accountapi.Access;
import dev.serdab.accountapi.AccountEndpoints;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.accountapi.Form;
import dev.serdab.accountapi.NewEmail;
import dev.serdab.accountapi.Route;
import dev.serdab.mailedlink.LinkFields;

import org.springframework.stereotype.Component;

import java.util.List;

/**
 * {@code /users/reset_email/} and {@code /users/reset_email_confirm/}, and by their older names
 * {@code /users/reset_username/} and {@code /users/reset_username_confirm/}.
 */
@Component
class EmailResetEndpoints implements AccountEndpoints {

    private final EmailResets resets;
    private final Form confirmation;

    EmailResetEndpoints(EmailResets resets, NewEmail newEmail, EmailChangeSettings settings) {
        this.resets = resets;
        this.confirmation =
                Form.of(LinkFields.uid(), LinkFields.token())
                        .and(NewEmailFields.of(newEmail, settings.usernameResetConfirmRetype()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/users/reset_email/", this::send)
                        .alsoAt("/users/reset_username/")
                        .by(Access.ANYONE),
                Route.post("/users/reset_email_confirm/", this::complete)
                        .alsoAt("/users/reset_username_confirm/")
                        .by(Access.ANYONE));
    }

    private Answer send(ApiRequest request) {
        return LinkFields.asked(request, email -> resets.send(email, request.locale()));
    }

    private Answer complete(ApiRequest request) {
        return request.read(
                confirmation,
                fields -> {
                    var uid = fields.text(LinkFields.UID);
                    var token = fields.text(LinkFields.TOKEN);
                    return NewEmailFields.read(
                            fields, email -> complete(uid, token, email, request));
                });
    }

    private Answer complete(String uid, String token, EmailAddress email, ApiRequest request) {
        return switch (resets.complete(uid, token, email, request.locale())) {
            case DONE -> Answer.noContent();
            case TAKEN -> NewEmailFields.taken();
            case LINK_NOT_VALID -> LinkFields.notValid();
            case NO_ACCOUNT -> LinkFields.noAccount();
        };
    }
}
