package dev.serdab.signingkey;

import com.nimbusds.jwt.SignedJWT;

import dev.serdab.settings.ServerSettings;

import org.springframework.stereotype.Component;

import java.text.ParseException;
import java.util.Optional;

/** Reads JWTs that this server signed. */
@Component
public class JwtReader {

    private static final int LONGEST = 16 * 1024;

    private final SigningKeys keys;
    private final String issuer;

    JwtReader(SigningKeys keys, ServerSettings settings) {
        this.keys = keys;
        this.issuer = settings.issuer();
    }

    /**
     * The token's content, if one of this server's keys signed it, with that key's own algorithm,
     * for this issuer and this {@code typ}. Whether it has expired is not looked at.
     *
     * @param type the header's {@code typ}: it tells access, refresh and ID tokens apart
     */
    public Optional<OwnJwt> read(String token, String type) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(token);
            var header = jwt.getHeader();
            if (header.getKeyID() == null
                    || header.getType() == null
                    || header.getCriticalParams() != null
                    || !type.equals(header.getType().toString())) {
                return Optional.empty();
            }
            var content = jwt.getSigningInput();
            return keys.find(header.getKeyID())
                    .filter(key -> key.algorithm().name().equals(header.getAlgorithm().getName()))
                    .filter(key -> key.verifies(content, jwt.getSignature().decode()))
                    .map(_ -> claims(jwt))
                    .filter(own -> issuer.equals(own.text("iss")));
        } catch (ParseException | RuntimeException e) {
            return Optional.empty(); // The parser stumbles over "null", too.
        }
    }

    private static OwnJwt claims(SignedJWT jwt) {
        return new OwnJwt(
                Optional.ofNullable(jwt.getPayload().toJSONObject())
                        .orElseThrow(() -> new IllegalArgumentException("not a JSON object")));
    }
}
