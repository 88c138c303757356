package dev.serdab.registration;

import dev.serdab.account.Account;
import dev.serdab.account.EmailAddress;
import dev.serdab.accountapi.Access;
import dev.serdab.accountapi.AccountEndpoints;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.accountapi.Field;
import dev.serdab.accountapi.Fields;
import dev.serdab.accountapi.Form;
import dev.serdab.accountapi.NewEmail;
import dev.serdab.accountapi.Refusal;
import dev.serdab.accountapi.Route;
import dev.serdab.password.PasswordRule;
import dev.serdab.registration.SignUp.AddressTaken;
import dev.serdab.registration.SignUp.PasswordRefused;
import dev.serdab.registration.SignUp.PasswordsDiffer;
import dev.serdab.registration.SignUp.Registered;
import dev.serdab.registration.SignUp.TooMany;
import dev.serdab.settings.SignUpSettings;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/** {@code POST /users/}. */
@Component
class RegistrationEndpoints implements AccountEndpoints {

    private static final int LONGEST_NAME = 255;
    private static final String RETYPED = "re_password";
    private static final String EMAIL = "email";

    private final Registrations registrations;
    private final SignUpSettings signUps;
    private final Form form;

    RegistrationEndpoints(
            Registrations registrations,
            NewEmail newEmail,
            RegistrationSettings settings,
            SignUpSettings signUps) {
        this.registrations = registrations;
        this.signUps = signUps;
        this.form = form(newEmail.field(EMAIL), settings.userCreatePasswordRetype());
    }

    /** What is shown of a new account, in Djoser's order, which is not that of a profile. */
    record NewProfile(String name, String email, long id) {

        static NewProfile of(Account account) {
            return new NewProfile(account.name(), account.email().value(), account.id().value());
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/users/", this::signUp)
                        .by(signUps.open() ? Access.ANYONE : Access.SIGNED_IN));
    }

    /** Where sign-up is closed the answers are Django REST framework's to whoever is no admin. */
    private Answer signUp(ApiRequest request) {
        if (!signUps.open() && !request.account().isAdmin()) {
            return Refusal.PERMISSION_DENIED.answer();
        }
        return request.read(
                form,
                fields ->
                        switch (registrations.signUp(
                                applicant(fields), request.visitor(), request.locale())) {
                            case Registered(var account) -> Answer.created(NewProfile.of(account));
                            case AddressTaken _ -> NewEmail.taken(EMAIL);
                            case PasswordRefused(var broken) ->
                                    Answer.wrongField(
                                            "password",
                                            broken.stream().map(PasswordRule::message).toList());
                            case PasswordsDiffer _ -> Answer.differ("password");
                            case TooMany(var retryAfter) -> Answer.throttled(retryAfter);
                        });
    }

    private static Applicant applicant(Fields fields) {
        var password = fields.text("password");
        return new Applicant(
                new EmailAddress(fields.text(EMAIL)),
                fields.text("name"),
                password,
                fields.find(RETYPED).orElse(password));
    }

    private static Form form(Field email, boolean isRetyped) {
        var fields =
                Stream.of(
                        Field.text("name").longest(LONGEST_NAME),
                        email,
                        Field.password("password"));
        var retyped = isRetyped ? Stream.of(Field.password(RETYPED)) : Stream.<Field>empty();
        return Form.of(Stream.concat(fields, retyped).toArray(Field[]::new));
    }
}
