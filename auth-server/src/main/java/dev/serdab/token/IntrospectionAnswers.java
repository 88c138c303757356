package dev.serdab.token;

import dev.serdab.client.Client;
import dev.serdab.settings.ServerSettings;
import dev.serdab.signingkey.Algorithm;
import dev.serdab.signingkey.JwtEncoder;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON, or a signed JWT to whoever names its media type (RFC 9701 §4, §5). */
@Component
public class IntrospectionAnswers {

    /** How they are signed: as is the default there (RFC 9701 §6). */
    public static final Algorithm ALGORITHM = Algorithm.RS256;

    private static final String TYPE = "token-introspection+jwt";
    private static final MediaType JWT = new MediaType("application", TYPE);

    private final JwtEncoder encoder;
    private final String issuer;
    private final Clock clock;

    IntrospectionAnswers(JwtEncoder encoder, ServerSettings settings, Clock clock) {
        this.encoder = encoder;
        this.issuer = settings.issuer();
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param asker to whom alone it is addressed
     * @param members what there is to say (RFC 7662 §2.2)
     * @param accept the request's header
     */
    ResponseEntity<?> of(Client asker, Map<String, Object> members, @Nullable String accept) {
        boolean isSigned = asksForJwt(accept);
        return ResponseEntity.ok()
                .contentType(isSigned ? JWT : MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(isSigned ? signed(asker, members) : members);
    }

    private String signed(Client asker, Map<String, Object> members) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("aud", asker.clientId());
        claims.put("iat", clock.instant());
        claims.put("token_introspection", members);
        return encoder.encode(TYPE, ALGORITHM, claims);
    }

    /** A wildcard is no wish for it. */
    private static boolean asksForJwt(@Nullable String accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(type -> type.equalsTypeAndSubtype(JWT) && type.getQualityValue() > 0);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
