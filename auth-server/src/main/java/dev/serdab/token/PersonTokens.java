package dev.serdab.token;

import dev.serdab.accesstoken.AccessTokenMint;
import dev.serdab.client.Client;
import dev.serdab.client.GrantType;
import dev.serdab.grant.Grant;
import dev.serdab.grant.NewToken;
import dev.serdab.grant.NewTokens;
import dev.serdab.grant.RefreshTokens;
import dev.serdab.idtoken.IdTokenMint;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.token.TokenGrant.Outcome.Issued;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The tokens with which a client acts for a person, finished before anything is stored. */
@Component
class PersonTokens {

    private final AccessTokenMint accessTokens;
    private final IdTokenMint idTokens;
    private final RefreshTokens refreshTokens;
    private final Clock clock;

    PersonTokens(
            AccessTokenMint accessTokens,
            IdTokenMint idTokens,
            RefreshTokens refreshTokens,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.idTokens = idTokens;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    /**
     * A new access token, and a refresh token if the client may have one.
     *
     * @param audience the APIs that the access token is for
     */
    NewTokens make(Client client, Grant grant, Set<String> scopes, Set<String> audience) {
        return make(client, grant, scopes, audience, client.mayUse(GrantType.REFRESH_TOKEN));
    }

    /** The next access token, and the next refresh token unless the client keeps the one it has. */
    NewTokens makeNext(Client client, Grant grant, Set<String> scopes, Set<String> audience) {
        return make(client, grant, scopes, audience, client.rotatesRefreshTokens());
    }

    private NewTokens make(
            Client client,
            Grant grant,
            Set<String> scopes,
            Set<String> audience,
            boolean withRefresh) {
        var access = accessTokens.forPerson(client, grant, scopes, audience);
        return new NewTokens(access, withRefresh ? refreshToken(grant) : null);
    }

    /** The answer that gives them out, with an ID token when {@code openid} was granted. */
    Issued answer(Client client, Grant grant, NewTokens tokens, @Nullable String nonce) {
        var access = tokens.access();
        var refresh = tokens.refresh();
        return new Issued(
                access.value(),
                Duration.between(access.issuedAt(), access.expiresAt()),
                access.scopes(),
                refresh == null ? null : refresh.value(),
                access.scopes().contains("openid")
                        ? idTokens.mint(client, grant, access.scopes(), nonce, access.value())
                        : null);
    }

    private NewToken refreshToken(Grant grant) {
        return new NewToken(
                RandomSecret.base64Url(),
                grant.scopes(),
                clock.instant(),
                refreshTokens.endOfOneIssuedNow(grant));
    }
}
