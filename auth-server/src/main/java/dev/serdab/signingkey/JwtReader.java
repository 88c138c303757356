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
    private final Signatures signatures;
    private final String issuer;

    JwtReader(SigningKeys keys, Signatures signatures, ServerSettings settings) {
        this.keys = keys;
        this.signatures = signatures;
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
                    .filter(key -> key.algorithm().jose().equals(header.getAlgorithm().getName()))
                    .filter(key -> signatures.verifies(key, content, jwt.getSignature().decode()))
                    .map(key -> content(jwt, key))
                    .filter(own -> issuer.equals(own.text("iss")));
        } catch (ParseException | RuntimeException e) {
            return Optional.empty(); // The parser stumbles over "null", too.
        }
    }

    /** Whether a key that once verified a token would still do so: it may have been removed. */
    public boolean trusts(String kid) {
        return keys.find(kid).isPresent();
    }

    private static OwnJwt content(SignedJWT jwt, SigningKey key) {
        return new OwnJwt(
                key.kid(),
                Optional.ofNullable(jwt.getPayload().toJSONObject())
                        .orElseThrow(() -> new IllegalArgumentException("not a JSON object")));
    }
}
