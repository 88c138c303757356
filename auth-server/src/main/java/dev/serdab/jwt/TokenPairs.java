package dev.serdab.jwt;

import dev.serdab.account.Account;
import dev.serdab.account.AccountId;
import dev.serdab.jwt.Shown.Good;
import dev.serdab.jwt.Shown.Refused;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.settings.ServerSettings;
import dev.serdab.signingkey.JwtEncoder;
import dev.serdab.signingkey.JwtReader;
import dev.serdab.signingkey.OwnJwt;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes and reads both tokens of a pair. Opens no database. */
@Component
class TokenPairs {

    /** The {@code client_id} of access tokens that a person got with a password. */
    private static final String CLIENT_ID = "account-api";

    private static final String GENERATION = "generation";
    private static final String PASSWORD_VERSION = "password_version";
    private static final int JTI_DIGITS = 32;

    private final JwtEncoder encoder;
    private final JwtReader reader;
    private final JwtSettings settings;
    private final Recipient recipient;
    private final String issuer;
    private final Clock clock;
    private final RecentTokens recent = new RecentTokens();

    TokenPairs(
            JwtEncoder encoder,
            JwtReader reader,
            JwtSettings settings,
            Recipient recipient,
            ServerSettings server,
            Clock clock) {
        this.encoder = encoder;
        this.reader = reader;
        this.settings = settings;
        this.recipient = recipient;
        this.issuer = server.issuer();
        this.clock = clock;
    }

    /** A new access token. */
    String access(Account account, long generation) {
        var claims = claims(Kind.ACCESS, account);
        if (generation > 0) {
            claims.put(GENERATION, generation);
        }
        claims.put("aud", recipient.audience());
        claims.put("client_id", CLIENT_ID);
        if (!recipient.scope().isEmpty()) {
            claims.put("scope", recipient.scope());
        }
        return encoder.encode(Kind.ACCESS.type(), claims);
    }

    /** A new refresh token. */
    String refresh(Account account, long generation) {
        var claims = claims(Kind.REFRESH, account);
        claims.put("aud", issuer);
        claims.put(GENERATION, generation);
        return encoder.encode(Kind.REFRESH.type(), claims);
    }

    /** Reads a token that must be of one kind. */
    Shown read(String token, Kind wanted) {
        var shown = read(token);
        return shown instanceof Good good && good.kind() != wanted
                ? new Refused(TokenRefusal.WRONG_TYPE)
                : shown;
    }

    /**
     * Whether the password that a token was got for still counts; always, unless a setting asks.
     */
    boolean passwordStillCounts(Good token, Account account) {
        return !settings.checkRevokeToken() || token.passwordVersion() == account.passwordVersion();
    }

    /** Reads a token of either kind. Until when it is good includes the leeway. */
    Shown read(String token) {
        var shown =
                recent.find(token, reader::trusts)
                        .map(Shown.class::cast)
                        .orElseGet(() -> verify(token));
        return shown instanceof Good good && !good.expiresAt().isAfter(clock.instant())
                ? new Refused(TokenRefusal.EXPIRED)
                : shown;
    }

    private Shown verify(String token) {
        for (var kind : Kind.values()) {
            var jwt = reader.read(token, kind.type());
            if (jwt.isPresent() && isOfPair(jwt.get(), kind)) {
                var shown = good(jwt.get(), kind);
                if (kind == Kind.ACCESS && shown instanceof Good good) {
                    recent.remember(token, jwt.get().kid(), good);
                }
                return shown;
            }
        }
        return new Refused(TokenRefusal.INVALID);
    }

    private Map<String, Object> claims(Kind kind, Account account) {
        var now = clock.instant();
        var lifetime =
                switch (kind) {
                    case ACCESS -> settings.accessTokenLifetime();
                    case REFRESH -> settings.refreshTokenLifetime();
                };
        var claims = new LinkedHashMap<String, Object>();
        claims.put("token_type", kind.claim());
        claims.put("exp", now.plus(lifetime));
        claims.put("iat", now);
        claims.put("jti", RandomSecret.hex(JTI_DIGITS));
        claims.put(settings.userIdClaim(), account.id().toString());
        claims.put("iss", issuer);
        claims.put("sub", account.id().toString());
        if (settings.checkRevokeToken()) {
            claims.put(PASSWORD_VERSION, account.passwordVersion());
        }
        return claims;
    }

    /** OAuth access tokens have the same type, but another client. */
    private static boolean isOfPair(OwnJwt jwt, Kind kind) {
        return kind.claim().equals(jwt.text("token_type"))
                && (kind == Kind.REFRESH || CLIENT_ID.equals(jwt.text("client_id")));
    }

    private Shown good(OwnJwt jwt, Kind kind) {
        var account =
                Optional.ofNullable(jwt.text(settings.userIdClaim())).flatMap(AccountId::parse);
        var jti = jwt.text("jti");
        var expiresAt = jwt.time("exp");
        if (account.isEmpty() || jti == null || expiresAt == null) {
            return new Refused(TokenRefusal.INVALID);
        }
        return new Good(
                kind,
                account.get(),
                jti,
                expiresAt.plus(settings.leeway()),
                number(jwt, GENERATION, 0),
                number(jwt, PASSWORD_VERSION, -1));
    }

    private static long number(OwnJwt jwt, String claim, long otherwise) {
        return jwt.claims().get(claim) instanceof Number number ? number.longValue() : otherwise;
    }
}
