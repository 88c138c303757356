package dev.serdab.jwt;

import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.CredentialScheme;
import dev.serdab.accountapi.Identification;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses a bearer token that no scheme before knew. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class UnknownBearerScheme implements CredentialScheme {

    private final BearerHeader header;

    UnknownBearerScheme(BearerHeader header) {
        this.header = header;
    }

    @Override
    public Identification identify(String[] authorization) {
        if (!header.isMeant(authorization)) {
            return new Identification.Unknown();
        }
        return new Identification.Bad(
                authorization.length == 2
                        ? BearerHeader.notValid(TokenRefusal.INVALID)
                        : Answer.detail(
                                401,
                                "Authorization header must contain two space-delimited values",
                                "bad_authorization_header"));
    }
}
