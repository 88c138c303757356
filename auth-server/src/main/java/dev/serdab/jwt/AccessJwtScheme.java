package dev.serdab.jwt;

import dev.serdab.account.Accounts;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.Caller.Person;
import dev.serdab.accountapi.CredentialScheme;
import dev.serdab.accountapi.Identification;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.Optional;

/**
 * {@code Authorization: Bearer <access>} or {@code JWT <access>}, in this case. Asked first, as it
 * tells its own tokens by their signature and needs no database for that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessJwtScheme implements CredentialScheme {

    private static final Identification UNKNOWN = new Identification.Unknown();

    private final BearerHeader header;
    private final TokenPairs tokens;
    private final Accounts accounts;

    AccessJwtScheme(BearerHeader header, TokenPairs tokens, Accounts accounts) {
        this.header = header;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public Identification identify(String[] authorization) {
        if (authorization.length != 2 || !header.isMeant(authorization)) {
            return UNKNOWN;
        }
        return switch (tokens.read(authorization[1], Kind.ACCESS)) {
            case Shown.Good good -> known(good);
            case Shown.Refused(var why) ->
                    why == TokenRefusal.INVALID
                            ? UNKNOWN
                            : new Identification.Bad(BearerHeader.notValid(why));
        };
    }

    @Override
    public Optional<String> challenge() {
        return Optional.of(header.challenge());
    }

    private Identification known(Shown.Good token) {
        var account = accounts.find(token.account());
        if (account.isEmpty()) {
            return bad("User not found", "user_not_found");
        }
        if (!account.get().isActive()) {
            return bad("User is inactive", "user_inactive");
        }
        if (!tokens.passwordStillCounts(token, account.get())) {
            return new Identification.Bad(PasswordChanged.answer());
        }
        return new Identification.Known(new Person(account.get(), new AccessJwt()));
    }

    private static Identification bad(String detail, String code) {
        return new Identification.Bad(Answer.detail(401, detail, code));
    }
}
