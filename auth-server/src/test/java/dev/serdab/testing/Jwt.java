package dev.serdab.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;

import java.text.ParseException;
import java.util.Map;

/** A token as its reader sees it. */
public record Jwt(SignedJWT signed) {

    public static Jwt parse(String token) {
        try {
            return new Jwt(SignedJWT.parse(token));
        } catch (ParseException e) {
            throw new AssertionError("not a JWT: " + token, e);
        }
    }

    public Map<String, Object> header() {
        return signed.getHeader().toJSONObject();
    }

    public Map<String, Object> claims() {
        return signed.getPayload().toJSONObject();
    }

    /** A claim as text. */
    public String text(String name) {
        return (String) claims().get(name);
    }

    /** A claim that counts seconds. */
    public long seconds(String name) {
        return ((Number) claims().get(name)).longValue();
    }

    /** Whether one of the published keys, of the token's own algorithm, signed it. */
    public boolean isSignedByOneOf(String jwkSet) {
        try {
            var key = JWKSet.parse(jwkSet).getKeyByKeyId(signed.getHeader().getKeyID());
            return key != null
                    && key.getAlgorithm().equals(signed.getHeader().getAlgorithm())
                    && signed.verify(
                            new DefaultJWSVerifierFactory()
                                    .createJWSVerifier(signed.getHeader(), publicKey(key)));
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static java.security.Key publicKey(JWK key) throws JOSEException {
        return ((AsymmetricJWK) key).toPublicKey();
    }
}
