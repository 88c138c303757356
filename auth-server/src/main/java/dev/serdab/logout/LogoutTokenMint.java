package dev.serdab.logout;

import dev.serdab.client.Client;
import dev.serdab.idtoken.IdTokenMint;
import dev.serdab.settings.ServerSettings;
import dev.serdab.signingkey.JwtEncoder;
import dev.serdab.subject.Subjects;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Makes logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.4). */
@Component
class LogoutTokenMint {

    private static final String TYPE = "logout+jwt";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final JwtEncoder encoder;
    private final IdTokenMint idTokens;
    private final Subjects subjects;
    private final String issuer;
    private final Clock clock;

    LogoutTokenMint(
            JwtEncoder encoder,
            IdTokenMint idTokens,
            Subjects subjects,
            ServerSettings settings,
            Clock clock) {
        this.encoder = encoder;
        this.idTokens = idTokens;
        this.subjects = subjects;
        this.issuer = settings.issuer();
        this.clock = clock;
    }

    /** A token that tells this client of this session's end. */
    String mint(Client client, LogoutNotice notice) {
        var now = clock.instant();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subjects.of(client, notice.account()));
        claims.put("aud", client.clientId());
        claims.put("iat", now);
        claims.put("exp", now.plus(LIFETIME));
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("sid", notice.session().toString());
        claims.put("events", Map.of(EVENT, Map.of()));
        return encoder.encode(TYPE, idTokens.algorithm(client), claims);
    }
}
