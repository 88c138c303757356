package dev.serdab.password;

import dev.serdab.accountapi.Access;
import dev.serdab.accountapi.AccountEndpoints;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.accountapi.Form;
import dev.serdab.accountapi.Route;
import dev.serdab.mailedlink.LinkFields;

import org.springframework.stereotype.Component;

import java.util.List;

/** {@code /users/reset_password/} and {@code /users/reset_password_confirm/}. */
@Component
class PasswordResetEndpoints implements AccountEndpoints {

    private final PasswordResets resets;
    private final Form confirmation;

    PasswordResetEndpoints(PasswordResets resets, PasswordChangeSettings settings) {
        this.resets = resets;
        this.confirmation =
                Form.of(LinkFields.uid(), LinkFields.token())
                        .and(NewPasswordFields.of(settings.passwordResetConfirmRetype()));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/users/reset_password/", this::send).by(Access.ANYONE),
                Route.post("/users/reset_password_confirm/", this::complete).by(Access.ANYONE));
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
                    var typed = NewPasswordFields.read(fields);
                    return switch (resets.complete(uid, token, typed, request.locale())) {
                        case PasswordReset.Done _ -> Answer.noContent();
                        case PasswordReset.Refused(var rules) -> NewPasswordFields.refused(rules);
                        case PasswordReset.Differs _ -> Answer.differ("password");
                        case PasswordReset.LinkNotValid _ -> LinkFields.notValid();
                        case PasswordReset.NoAccount _ -> LinkFields.noAccount();
                    };
                });
    }
}
