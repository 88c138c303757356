package dev.serdab.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How clients may sign assertions: with a private key of their own, never with a shared secret. */
public enum AssertionAlgorithm {
    ES256(JWSAlgorithm.ES256, "EC"),
    RS256(JWSAlgorithm.RS256, "RSA"),
    PS256(JWSAlgorithm.PS256, "RSA"),
    /** Ed25519, by the name of RFC 8037. */
    EDDSA(JWSAlgorithm.EdDSA, "EdDSA"),
    /** Ed25519, by the name of RFC 9864. */
    ED25519(JWSAlgorithm.Ed25519, "EdDSA");

    private final String value;
    private final String keyType;

    AssertionAlgorithm(JWSAlgorithm algorithm, String keyType) {
        this.value = algorithm.getName();
        this.keyType = keyType;
    }

    /** Their names, for discovery. */
    public static List<String> names() {
        return Arrays.stream(values()).map(algorithm -> algorithm.value).toList();
    }

    /** The algorithm of this JWS {@code alg}, if it is offered. */
    static Optional<AssertionAlgorithm> of(String value) {
        return Arrays.stream(values()).filter(one -> one.value.equals(value)).findFirst();
    }

    /** Whether a key is of the kind this algorithm needs. */
    boolean fits(PublicKey key) {
        return key.getAlgorithm().equals(keyType);
    }

    /** Whether this key, which fits, signed the JWT. */
    boolean verifies(SignedJWT jwt, PublicKey key) {
        try {
            return switch (this) {
                case ES256 -> jwt.verify(new ECDSAVerifier((ECPublicKey) key));
                case RS256, PS256 -> jwt.verify(new RSASSAVerifier((RSAPublicKey) key));
                case EDDSA, ED25519 -> verifiesEd25519(jwt, key);
            };
        } catch (JOSEException | GeneralSecurityException e) {
            return false; // Not even the length of a signature.
        }
    }

    /** Nimbus would need another library for it; the JDK does not. */
    private static boolean verifiesEd25519(SignedJWT jwt, PublicKey key)
            throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(jwt.getSigningInput());
        return signature.verify(jwt.getSignature().decode());
    }
}
