package dev.serdab.token;

import dev.serdab.accesstoken.Audiences;
import dev.serdab.client.Client;
import dev.serdab.client.GrantType;
import dev.serdab.grant.AuthorizationCode;
import dev.serdab.grant.AuthorizationCodes;
import dev.serdab.grant.Grants;
import dev.serdab.grant.Redemption;
import dev.serdab.grant.RevokeReason;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A code for tokens (RFC 6749 §4.1.3), with its verifier (RFC 7636 §4.6). */
@Component
class AuthorizationCodeGrant implements TokenGrant {

    private static final String NOT_VALID =
            "The code is unknown, expired, used, or not this client's.";

    private final AuthorizationCodes codes;
    private final Grants grants;
    private final PersonTokens tokens;
    private final Audiences audiences;
    private final Clock clock;

    AuthorizationCodeGrant(
            AuthorizationCodes codes,
            Grants grants,
            PersonTokens tokens,
            Audiences audiences,
            Clock clock) {
        this.codes = codes;
        this.grants = grants;
        this.tokens = tokens;
        this.audiences = audiences;
        this.clock = clock;
    }

    @Override
    public GrantType type() {
        return GrantType.AUTHORIZATION_CODE;
    }

    @Override
    public Outcome exchange(Client client, Parameters parameters) {
        var value = parameters.text("code");
        if (value == null) {
            return new Outcome.Refused(ProtocolError.invalidRequest("code is missing."));
        }
        var code = codes.find(value).orElse(null);
        if (code == null || !code.grant().clientId().equals(client.clientId())) {
            return refused(NOT_VALID);
        }
        if (code.isUsed()) {
            // Whoever came first may be the thief: both lose what the code gave (RFC 6749 §4.1.2).
            grants.revoke(code.grant(), RevokeReason.CODE_REPLAYED);
            return refused(NOT_VALID);
        }
        if (!code.expiresAt().isAfter(clock.instant()) || !code.grant().isAlive()) {
            return refused(NOT_VALID);
        }
        // A code that somebody tried to use wrongly may be in wrong hands: it is burned.
        if (!matchesRedirectUri(client, code, parameters)) {
            codes.burn(code);
            return refused("redirect_uri is not that of the authorization request.");
        }
        if (!CodeVerifier.matches(code.codeChallenge(), parameters.text("code_verifier"))) {
            codes.burn(code);
            return refused("code_verifier does not match the code_challenge.");
        }
        return audiences
                .narrowed(client, code.grant().details().resources(), parameters.all("resource"))
                .map(audience -> redeem(client, code, audience))
                .orElseGet(() -> new Outcome.Refused(ProtocolError.invalidResource()));
    }

    private Outcome redeem(Client client, AuthorizationCode code, Set<String> audience) {
        var made = tokens.make(client, code.grant(), code.grant().scopes(), audience);
        var answer = tokens.answer(client, code.grant(), made, code.nonce());
        return switch (codes.redeem(code, made)) {
            case Redemption.Redeemed _ -> answer;
            case Redemption.Replayed _, Redemption.Withdrawn _ -> refused(NOT_VALID);
        };
    }

    /**
     * Needed if the authorization request had one; if not, it may be left out or be the only one
     * that is registered.
     */
    private static boolean matchesRedirectUri(
            Client client, AuthorizationCode code, Parameters parameters) {
        var asked = code.redirectUri();
        var shown = parameters.text("redirect_uri");
        return asked == null
                ? shown == null || client.redirectUris().equals(List.of(shown))
                : asked.equals(shown);
    }

    private static Outcome refused(String description) {
        return new Outcome.Refused(ProtocolError.invalidGrant(description));
    }
}
