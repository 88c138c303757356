package dev.serdab.signingkey;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** How this server can sign (RFC 7518 §3.1, RFC 8037 §3.1). */
public enum Algorithm {
    /** ECDSA on P-256. */
    ES256("ES256", "SHA256withECDSAinP1363Format", "EC"),
    /** RSASSA-PKCS1-v1_5, 2048 bits. */
    RS256("RS256", "SHA256withRSA", "RSA"),
    /** RSASSA-PSS, 2048 bits. */
    PS256("PS256", "RSASSA-PSS", "RSA"),
    /** Ed25519. */
    EDDSA("EdDSA", "Ed25519", "Ed25519");

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final String jose;
    private final String signature;
    private final String family;

    Algorithm(String jose, String signature, String family) {
        this.jose = jose;
        this.signature = signature;
        this.family = family;
    }

    /** The algorithm of this name, if it is one of them. */
    public static Optional<Algorithm> of(String jose) {
        return Arrays.stream(values()).filter(one -> one.jose.equals(jose)).findFirst();
    }

    /** The JWS {@code alg}. */
    public String jose() {
        return jose;
    }

    /** The hash in it, by which other hashes are made too ({@code at_hash}). */
    public String hash() {
        return this == EDDSA ? "SHA-512" : "SHA-256";
    }

    /** What {@link java.security.KeyFactory} calls its keys. */
    String family() {
        return family;
    }

    /** A signature to be initialized with a key. */
    Signature signature(@Nullable Provider provider) throws GeneralSecurityException {
        var made =
                provider == null
                        ? Signature.getInstance(signature)
                        : Signature.getInstance(signature, provider);
        if (this == PS256) {
            made.setParameter(PSS);
        }
        return made;
    }

    /** A new key. */
    KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance(family);
            generator.initialize(parameters());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private AlgorithmParameterSpec parameters() {
        return switch (this) {
            case ES256 -> new ECGenParameterSpec("secp256r1");
            case RS256, PS256 -> new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
            case EDDSA -> NamedParameterSpec.ED25519;
        };
    }
}
