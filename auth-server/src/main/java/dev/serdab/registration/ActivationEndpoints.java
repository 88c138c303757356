package dev.serdab.registration;

import dev.serdab.accountapi.Access;
import dev.serdab.accountapi.AccountEndpoints;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.accountapi.Form;
import dev.serdab.accountapi.Route;
import dev.serdab.mailedlink.LinkFields;

import org.springframework.stereotype.Component;

import java.util.List;

/** {@code /users/activation/} and {@code /users/resend_activation/}. */
@Component
class ActivationEndpoints implements AccountEndpoints {

    private static final Form LINK = Form.of(LinkFields.uid(), LinkFields.token());

    private final Activations activations;

    ActivationEndpoints(Activations activations) {
        this.activations = activations;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/users/activation/", this::activate)
                        .alsoAt("/users/confirm/")
                        .by(Access.ANYONE),
                Route.post("/users/resend_activation/", this::sendAgain).by(Access.ANYONE));
    }

    private Answer activate(ApiRequest request) {
        return request.read(
                LINK,
                fields -> {
                    var uid = fields.text(LinkFields.UID);
                    var token = fields.text(LinkFields.TOKEN);
                    return switch (activations.activate(uid, token, request.locale())) {
                        case ACTIVATED -> Answer.noContent();
                        case ALREADY_ACTIVE -> Answer.detail(403, "Stale token for given user.");
                        case PASSWORD_NEEDED, LINK_NOT_VALID -> LinkFields.notValid();
                        case NO_ACCOUNT -> LinkFields.noAccount();
                    };
                });
    }

    private Answer sendAgain(ApiRequest request) {
        return LinkFields.asked(request, email -> activations.sendAgain(email, request.locale()));
    }
}
