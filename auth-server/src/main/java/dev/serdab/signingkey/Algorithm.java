package dev.serdab.signingkey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** How this server signs (RFC 7518 §3.1). The name is the JWS {@code alg}. */
public enum Algorithm {
    /** ECDSA on P-256. */
    ES256("SHA256withECDSAinP1363Format"),
    /** RSASSA-PKCS1-v1_5, 2048 bits. */
    RS256("SHA256withRSA");

    private static final int RSA_BITS = 2048;

    private final String jcaName;

    Algorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    /** The name {@link java.security.Signature} knows it by. */
    String jcaName() {
        return jcaName;
    }

    /** A new private key whose {@code kid} is its thumbprint (RFC 7638). */
    JWK generate() {
        var alg = JWSAlgorithm.parse(name());
        try {
            return switch (this) {
                case ES256 ->
                        new ECKeyGenerator(Curve.P_256)
                                .keyUse(KeyUse.SIGNATURE)
                                .algorithm(alg)
                                .keyIDFromThumbprint(true)
                                .generate();
                case RS256 ->
                        new RSAKeyGenerator(RSA_BITS)
                                .keyUse(KeyUse.SIGNATURE)
                                .algorithm(alg)
                                .keyIDFromThumbprint(true)
                                .generate();
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
