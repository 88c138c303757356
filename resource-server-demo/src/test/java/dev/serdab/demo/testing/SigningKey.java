package dev.serdab.demo.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** A key made in the test: how it signs, and what of it is published. */
public record SigningKey(JWSAlgorithm algorithm, JWK published, JWSSigner signer) {

    public String id() {
        return published.getKeyID();
    }

    public static SigningKey es256() {
        return elliptic(JWSAlgorithm.ES256, Curve.P_256);
    }

    public static SigningKey es384() {
        return elliptic(JWSAlgorithm.ES384, Curve.P_384);
    }

    private static SigningKey elliptic(JWSAlgorithm algorithm, Curve curve) {
        try {
            var key = new ECKeyGenerator(curve).keyID(newId()).algorithm(algorithm).generate();
            return new SigningKey(algorithm, key.toPublicJWK(), new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** RS256 or PS256: the key is the same, what it may be used for is not. */
    public static SigningKey rsa(JWSAlgorithm algorithm) {
        try {
            var key = new RSAKeyGenerator(2048).keyID(newId()).algorithm(algorithm).generate();
            return new SigningKey(algorithm, key.toPublicJWK(), new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** EdDSA (RFC 8037), or Ed25519 as RFC 9864 calls it. */
    public static SigningKey ed25519(JWSAlgorithm algorithm) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var x =
                    Base64URL.encode(
                            Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
            var published =
                    new OctetKeyPair.Builder(Curve.Ed25519, x)
                            .keyID(newId())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm)
                            .build();
            return new SigningKey(algorithm, published, new Ed25519Signer(pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private record Ed25519Signer(PrivateKey key) implements JWSSigner {

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(key);
                signature.update(input);
                return Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Can't sign", e);
            }
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }
}
