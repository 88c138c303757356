package dev.serdab.logintoken;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.accountapi.Access;
import dev.serdab.accountapi.AccountEndpoints;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.accountapi.Field;
import dev.serdab.accountapi.Fields;
import dev.serdab.accountapi.Form;
import dev.serdab.accountapi.Route;
import dev.serdab.credential.PasswordCheck;
import dev.serdab.credential.PasswordCheck.Verdict;
import dev.serdab.limit.Visitor;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** {@code /token/login/} and {@code /token/logout/}. */
@Component
class LoginTokenEndpoints implements AccountEndpoints {

    private static final Form LOG_IN =
            Form.of(Field.text("password").optional(), Field.text("email").optional());

    private final PasswordCheck passwords;
    private final LoginTokens tokens;
    private final Accounts accounts;

    LoginTokenEndpoints(PasswordCheck passwords, LoginTokens tokens, Accounts accounts) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/token/login/?", this::logIn).by(Access.ANYONE),
                Route.post("/token/logout/?", this::logOut));
    }

    private Answer logIn(ApiRequest request) {
        return request.read(
                LOG_IN,
                fields ->
                        switch (check(fields, request.visitor())) {
                            case Verdict.Accepted(var account) -> newToken(account);
                            case Verdict.NotActive _, Verdict.Rejected _ ->
                                    Answer.wrongTogether(
                                            "Unable to log in with provided credentials.");
                            case Verdict.TooMany(var retryAfter) -> Answer.throttled(retryAfter);
                        });
    }

    private Verdict check(Fields fields, Visitor visitor) {
        var email = fields.find("email");
        var password = fields.find("password");
        return email.isEmpty() || password.isEmpty()
                ? new Verdict.Rejected()
                : passwords.check(email.get(), password.get(), visitor);
    }

    private Answer newToken(Account account) {
        var key = tokens.issue(account.id());
        accounts.signedIn(account.id());
        return Answer.ok(Map.of("auth_token", key.key()));
    }

    /** Ends the key that was shown; whoever showed something else ends all of theirs. */
    private Answer logOut(ApiRequest request) {
        if (request.person().credential() instanceof LoginKey key) {
            tokens.end(key);
        } else {
            tokens.endAll(request.account().id());
        }
        return Answer.noContent();
    }
}
