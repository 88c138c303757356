package dev.serdab.jwt;

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
    private final Generations generations;

    AccessJwtScheme(BearerHeader header, TokenPairs tokens, Generations generations) {
        this.header = header;
        this.tokens = tokens;
        this.generations = generations;
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
        var owner = generations.owner(token.account());
        if (owner.isEmpty()) {
            return bad("User not found", "user_not_found");
        }
        var account = owner.get().account();
        if (!account.isActive()) {
            return bad("User is inactive", "user_inactive");
        }
        if (!tokens.passwordStillCounts(token, account)) {
            return new Identification.Bad(PasswordChanged.answer());
        }
        if (owner.get().generation() != token.generation()) {
            return new Identification.Bad(BearerHeader.notValid(TokenRefusal.BLACKLISTED));
        }
        return new Identification.Known(new Person(account, new AccessJwt()));
    }

    private static Identification bad(String detail, String code) {
        return new Identification.Bad(Answer.detail(401, detail, code));
    }
}
