package dev.serdab.password;

import dev.serdab.accountapi.AccountEndpoints;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.accountapi.CurrentPassword;
import dev.serdab.accountapi.Form;
import dev.serdab.accountapi.Route;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.BrowserSessions;
import dev.serdab.session.SessionCookie;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /users/set_password/}. */
@Component
class PasswordChangeEndpoints implements AccountEndpoints {

    private final PasswordChanges changes;
    private final BrowserSessions sessions;
    private final SessionCookie cookie;
    private final Form form;

    PasswordChangeEndpoints(
            PasswordChanges changes,
            BrowserSessions sessions,
            SessionCookie cookie,
            CurrentPassword currentPassword,
            PasswordChangeSettings settings) {
        this.changes = changes;
        this.sessions = sessions;
        this.cookie = cookie;
        this.form =
                Form.of(NewPasswordFields.of(settings.setPasswordRetype()))
                        .and(currentPassword.field());
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/users/set_password/", this::change));
    }

    private Answer change(ApiRequest request) {
        var account = request.account();
        return request.read(
                form,
                fields -> {
                    var typed = NewPasswordFields.read(fields);
                    return switch (changes.change(
                            account, typed, here(request), request.locale())) {
                        case PasswordChange.Changed _ -> Answer.noContent();
                        case PasswordChange.Refused(var rules) -> NewPasswordFields.refused(rules);
                        case PasswordChange.Differs _ -> Answer.differ("password");
                        case PasswordChange.Outdated _ -> CurrentPassword.wrong();
                    };
                });
    }

    /** The session of the browser that asks, if it is this person's; it is what may go on. */
    private Optional<UUID> here(ApiRequest request) {
        return request.cookie(cookie.name())
                .flatMap(sessions::find)
                .filter(session -> session.account().id().equals(request.account().id()))
                .map(BrowserSession::id);
    }
}
