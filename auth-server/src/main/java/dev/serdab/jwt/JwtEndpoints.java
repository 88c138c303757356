package dev.serdab.jwt;

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

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /jwt/create/}, {@code /jwt/refresh/}, {@code /jwt/verify/} and {@code /jwt/blacklist/}.
 */
@Component
class JwtEndpoints implements AccountEndpoints {

    private static final String NOT_VALID = "token_not_valid";

    private static final Form CREATION =
            Form.of(Field.text("email"), Field.text("password"), ApiSecondFactor.OTP);
    private static final Form WITH_REFRESH = Form.of(Field.text("refresh"));
    private static final Form WITH_TOKEN = Form.of(Field.text("token"));

    private final PasswordCheck passwords;
    private final ApiSecondFactor secondFactor;
    private final BrowserCookie browserCookie;
    private final Renewals renewals;
    private final JwtSettings settings;

    JwtEndpoints(
            PasswordCheck passwords,
            ApiSecondFactor secondFactor,
            BrowserCookie browserCookie,
            Renewals renewals,
            JwtSettings settings) {
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.browserCookie = browserCookie;
        this.renewals = renewals;
        this.settings = settings;
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.add(Route.post("/jwt/create/?", this::create).by(Access.UNASKED));
        routes.add(Route.post("/jwt/refresh/?", this::refresh).by(Access.UNASKED));
        routes.add(Route.post("/jwt/verify/?", this::verify).by(Access.UNASKED));
        if (settings.blacklistEndpoint()) {
            routes.add(Route.post("/jwt/blacklist/?", this::blacklist).by(Access.UNASKED));
        }
        return routes;
    }

    private Answer create(ApiRequest request) {
        return request.read(
                CREATION,
                fields -> {
                    var verdict =
                            passwords.check(
                                    fields.text("email"),
                                    fields.text("password"),
                                    request.visitor(),
                                    request.cookie(browserCookie.name()));
                    return switch (verdict) {
                        case Verdict.Accepted(var account) -> complete(account, fields, request);
                        case Verdict.NotActive _, Verdict.Rejected _ -> rejected();
                        case Verdict.TooMany(var retryAfter) -> Answer.throttled(retryAfter);
                    };
                });
    }

    private Answer complete(Account account, Fields fields, ApiRequest request) {
        return switch (secondFactor.complete(account, fields, request)) {
            case LogIn.Complete _ -> newPair(account);
            case LogIn.Incomplete(var code, var message) -> Answer.detail(401, message, code);
            case LogIn.TooMany(var wait) -> Answer.throttled(wait);
        };
    }

    private Answer newPair(Account account) {
        return renewals.first(account)
                .map(made -> {
                    var pair = new LinkedHashMap<String, String>();
                    pair.put("refresh", made.refresh());
                    pair.put("access", made.access());
                    return Answer.ok(pair);
                })
                .orElseGet(JwtEndpoints::rejected);
    }

    private static Answer rejected() {
        return Answer.detail(401, "No active account found with the given credentials");
    }

    private Answer refresh(ApiRequest request) {
        return request.read(
                WITH_REFRESH,
                fields ->
                        switch (renewals.renew(fields.text("refresh"))) {
                            case Renewal.Renewed renewed -> renewed(renewed);
                            case Renewal.Refused(var why) -> refused(why);
                            case Renewal.NoAccount _ ->
                                    Answer.detail(401, "User not found", "user_not_found");
                            case Renewal.PasswordIsNew _ -> PasswordChanged.answer();
                            case Renewal.NotActive _ ->
                                    Answer.detail(
                                            401, "No active account found for the given token.");
                        });
    }

    private static Answer renewed(Renewal.Renewed renewed) {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("access", renewed.access());
        if (renewed.refresh() != null) {
            tokens.put("refresh", renewed.refresh());
        }
        return Answer.ok(tokens);
    }

    private Answer verify(ApiRequest request) {
        return request.read(
                WITH_TOKEN,
                fields ->
                        renewals.verify(fields.text("token"))
                                .map(why ->
                                        why == TokenRefusal.BLACKLISTED
                                                ? Answer.wrongTogether(why.message())
                                                : refused(why))
                                .orElseGet(JwtEndpoints::good));
    }

    private Answer blacklist(ApiRequest request) {
        return request.read(
                WITH_REFRESH,
                fields ->
                        renewals.end(fields.text("refresh"))
                                .map(JwtEndpoints::refused)
                                .orElseGet(JwtEndpoints::good));
    }

    private static Answer good() {
        return Answer.ok(Map.of());
    }

    private static Answer refused(TokenRefusal why) {
        return Answer.detail(401, why.message(), NOT_VALID);
    }
}
