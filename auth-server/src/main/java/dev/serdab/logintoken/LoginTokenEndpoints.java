package dev.serdab.logintoken;

import dev.serdab.account.Account;
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
import dev.serdab.knownbrowser.BrowserCookie;
import dev.serdab.secondfactor.ApiSecondFactor;
import dev.serdab.secondfactor.ApiSecondFactor.LogIn;
import dev.serdab.session.Factor;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /token/login/} and {@code /token/logout/}. */
@Component
class LoginTokenEndpoints implements AccountEndpoints {

    private static final Form LOG_IN =
            Form.of(
                    Field.text("password").optional(),
                    Field.text("email").optional(),
                    ApiSecondFactor.OTP);

    private final PasswordCheck passwords;
    private final ApiSecondFactor secondFactor;
    private final BrowserCookie browserCookie;
    private final LoginTokens tokens;
    private final BrowserLogins browsers;
    private final LoginTokenSettings settings;

    LoginTokenEndpoints(
            PasswordCheck passwords,
            ApiSecondFactor secondFactor,
            BrowserCookie browserCookie,
            LoginTokens tokens,
            BrowserLogins browsers,
            LoginTokenSettings settings) {
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.browserCookie = browserCookie;
        this.tokens = tokens;
        this.browsers = browsers;
        this.settings = settings;
    }

    @Override
    public List<Route> routes() {
        return settings.hasKeys()
                ? List.of(
                        Route.post("/token/login/?", this::logIn).by(Access.ANYONE),
                        Route.post("/token/logout/?", this::logOut))
                : List.of();
    }

    private Answer logIn(ApiRequest request) {
        return request.read(
                LOG_IN,
                fields ->
                        switch (check(fields, request)) {
                            case Verdict.Accepted(var account) ->
                                    complete(account, fields, request);
                            case Verdict.NotActive _, Verdict.Rejected _ -> rejected();
                            case Verdict.TooMany(var retryAfter) -> Answer.throttled(retryAfter);
                        });
    }

    private Verdict check(Fields fields, ApiRequest request) {
        var email = fields.find("email");
        var password = fields.find("password");
        return email.isEmpty() || password.isEmpty()
                ? new Verdict.Rejected()
                : passwords.check(
                        email.get(),
                        password.get(),
                        request.visitor(),
                        request.cookie(browserCookie.name()));
    }

    private Answer complete(Account account, Fields fields, ApiRequest request) {
        return switch (secondFactor.complete(account, fields, request)) {
            case LogIn.Complete(var factors) -> newToken(account, factors, request);
            case LogIn.Incomplete(var code, var message) ->
                    Answer.badRequest(Map.of("non_field_errors", List.of(message), "code", code));
            case LogIn.TooMany(var wait) -> Answer.throttled(wait);
        };
    }

    private Answer newToken(Account account, Set<Factor> factors, ApiRequest request) {
        return tokens.issue(account)
                .map(key -> Answer.ok(Map.of("auth_token", key.key())))
                .map(answer -> browsers.signIn(account, factors, request, answer))
                .orElseGet(LoginTokenEndpoints::rejected);
    }

    private static Answer rejected() {
        return Answer.wrongTogether("Unable to log in with provided credentials.");
    }

    /** Ends the key that was shown; whoever showed something else ends all of theirs. */
    private Answer logOut(ApiRequest request) {
        if (request.person().credential() instanceof LoginKey key) {
            tokens.end(key);
        } else {
            tokens.endAll(request.account().id());
        }
        return browsers.signOut(request, Answer.noContent());
    }
}
