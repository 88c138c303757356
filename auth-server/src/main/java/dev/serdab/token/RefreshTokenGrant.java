package dev.serdab.token;

import dev.serdab.accesstoken.Audiences;
import dev.serdab.client.Client;
import dev.serdab.client.GrantType;
import dev.serdab.grant.NewTokens;
import dev.serdab.grant.RefreshToken;
import dev.serdab.grant.RefreshTokens;
import dev.serdab.grant.Rotation;
import dev.serdab.grant.TokenStatus;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.springframework.stereotype.Component;

import java.time.Clock;

/** A refresh token for the next tokens (RFC 6749 §6), for public clients too. */
@Component
class RefreshTokenGrant implements TokenGrant {

    private static final Outcome NOT_VALID =
            new Outcome.Refused(
                    ProtocolError.invalidGrant(
                            "The refresh token is unknown, expired, used, or not this client's."));

    private final RefreshTokens refreshTokens;
    private final PersonTokens tokens;
    private final Audiences audiences;
    private final Clock clock;

    RefreshTokenGrant(
            RefreshTokens refreshTokens, PersonTokens tokens, Audiences audiences, Clock clock) {
        this.refreshTokens = refreshTokens;
        this.tokens = tokens;
        this.audiences = audiences;
        this.clock = clock;
    }

    @Override
    public GrantType type() {
        return GrantType.REFRESH_TOKEN;
    }

    @Override
    public Outcome exchange(Client client, Parameters parameters) {
        var value = parameters.text("refresh_token");
        if (value == null) {
            return new Outcome.Refused(ProtocolError.invalidRequest("refresh_token is missing."));
        }
        var token = refreshTokens.find(value).orElse(null);
        if (token == null
                || !token.isIssuedTo(client.clientId())
                || token.status() == TokenStatus.REVOKED
                || !token.grant().isAlive()
                || token.isExpiredAt(clock.instant())) {
            return NOT_VALID;
        }
        var scopes = parameters.words("scope");
        if (!token.grant().scopes().containsAll(scopes)) {
            return new Outcome.Refused(
                    ProtocolError.invalidScope("scope goes beyond what was granted."));
        }
        return audiences
                .narrowed(client, token.grant().details().resources(), parameters.all("resource"))
                .map(audience ->
                        tokens.makeNext(
                                client,
                                token.grant(),
                                scopes.isEmpty() ? token.grant().scopes() : scopes,
                                audience))
                .map(made -> rotate(client, token, value, made))
                .orElseGet(() -> new Outcome.Refused(ProtocolError.invalidResource()));
    }

    private Outcome rotate(Client client, RefreshToken token, String value, NewTokens made) {
        var answer = tokens.answer(client, token.grant(), made, null);
        return switch (refreshTokens.rotate(token, made)) {
            case Rotation.Rotated _ ->
                    client.rotatesRefreshTokens() ? answer : answer.keeping(value);
            case Rotation.Replayed _, Rotation.Withdrawn _ -> NOT_VALID;
        };
    }
}
