package dev.serdab.delegation;

import dev.serdab.accountapi.Caller.Person;
import dev.serdab.accountapi.Credential;
import dev.serdab.accountapi.CredentialScheme;
import dev.serdab.accountapi.Identification;
import dev.serdab.accountapi.Refusal;
import dev.serdab.grant.AccessToken;
import dev.serdab.grant.AccessTokens;
import dev.serdab.settings.ServerSettings;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code Authorization: Bearer} with an access token that a person's grant gave an app. */
@Component
@Order(0)
class AccessTokenScheme implements CredentialScheme {

    private static final String SCOPE = "account";

    private final AccessTokens accessTokens;

    private final String issuer;

    AccessTokenScheme(AccessTokens accessTokens, ServerSettings settings) {
        this.accessTokens = accessTokens;
        this.issuer = settings.issuer();
    }

    /** An app that acts for a person. */
    record App(String clientId) implements Credential {}

    @Override
    public Identification identify(String[] authorization) {
        if (authorization.length != 2 || !authorization[0].equals("Bearer")) {
            return new Identification.Unknown();
        }
        return accessTokens
                .find(authorization[1])
                .map(this::identify)
                .orElseGet(Identification.Unknown::new);
    }

    private Identification identify(AccessToken token) {
        var grant = token.grant();
        if (grant == null || !token.scopes().contains(SCOPE) || !token.isFor(issuer)) {
            return new Identification.Bad(Refusal.PERMISSION_DENIED.answer());
        }
        return new Identification.Known(new Person(grant.account(), new App(token.clientId())));
    }
}
