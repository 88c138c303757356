package dev.serdab.jwt;

import dev.serdab.account.AccountId;
import dev.serdab.account.Accounts;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.Caller.Person;
import dev.serdab.accountapi.CredentialScheme;
import dev.serdab.accountapi.Identification;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code Authorization: Bearer <access>} or {@code JWT <access>}, in this case. The last scheme: a
 * bearer token that nobody claimed before is refused here.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class BearerScheme implements CredentialScheme {

    private final TokenPairs tokens;
    private final Accounts accounts;

    BearerScheme(TokenPairs tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public Identification identify(String[] authorization) {
        if (!authorization[0].equals("Bearer") && !authorization[0].equals("JWT")) {
            return new Identification.Unknown();
        }
        if (authorization.length != 2) {
            return bad(
                    "Authorization header must contain two space-delimited values",
                    "bad_authorization_header");
        }
        return switch (tokens.read(authorization[1], Kind.ACCESS)) {
            case Shown.Refused(var why) -> new Identification.Bad(notValid(why));
            case Shown.Good good -> known(good.account());
        };
    }

    private Identification known(AccountId id) {
        var account = accounts.find(id);
        if (account.isEmpty()) {
            return bad("User not found", "user_not_found");
        }
        if (!account.get().isActive()) {
            return bad("User is inactive", "user_inactive");
        }
        return new Identification.Known(new Person(account.get(), new AccessJwt()));
    }

    private static Identification bad(String detail, String code) {
        return new Identification.Bad(Answer.detail(401, detail, code));
    }

    private static Answer notValid(TokenRefusal why) {
        var message = new LinkedHashMap<String, String>();
        message.put("token_class", "AccessToken");
        message.put("token_type", "access");
        message.put("message", why.message());
        var body = new LinkedHashMap<String, Object>();
        body.put("detail", "Given token not valid for any token type");
        body.put("code", "token_not_valid");
        body.put("messages", List.of(message));
        return Answer.unauthorized(body);
    }
}
