package dev.serdab.signingkey;

import com.nimbusds.jose.jwk.JWK;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** A key ready to verify with, and to sign with as long as its private half is kept. */
final class SigningKey {

    private final String kid;
    private final Algorithm algorithm;
    private final JWK publicJwk;
    private final Halves own;

    /**
     * The same in the other provider's own form; without it each use converts the key, at a cost.
     */
    private volatile @Nullable Halves converted;

    private volatile boolean isForJavaOnly;

    private record Halves(@Nullable PrivateKey privateKey, PublicKey publicKey) {}

    private SigningKey(String kid, Algorithm algorithm, JWK publicJwk, Halves own) {
        this.kid = kid;
        this.algorithm = algorithm;
        this.publicJwk = publicJwk;
        this.own = own;
    }

    /**
     * A key out of its JWK.
     *
     * @throws GeneralSecurityException when it is none
     */
    static SigningKey of(Algorithm algorithm, JWK jwk) throws GeneralSecurityException {
        KeyPair pair = KeyForms.pair(jwk);
        return new SigningKey(
                jwk.getKeyID(),
                algorithm,
                jwk.toPublicJWK(),
                new Halves(pair.getPrivate(), pair.getPublic()));
    }

    /** What names it in JWT headers and in the JWK Set. */
    String kid() {
        return kid;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    /** What others may see. */
    JWK publicJwk() {
        return publicJwk;
    }

    /** No provider but Java's is asked with this key again. */
    void stayWithJava() {
        isForJavaOnly = true;
    }

    /** Whether another provider can be asked. */
    boolean isForOthers() {
        return !isForJavaOnly;
    }

    /** Whether it can sign. */
    boolean isWhole() {
        return own.privateKey() != null;
    }

    /**
     * Signs.
     *
     * @param provider whose work it shall be; {@code null}: Java's own
     */
    byte[] sign(byte[] content, @Nullable Provider provider) throws GeneralSecurityException {
        var signature = algorithm.signature(provider);
        signature.initSign(halves(provider).privateKey());
        signature.update(content);
        return signature.sign();
    }

    /** Verifies. */
    boolean verifies(byte[] content, byte[] signed, @Nullable Provider provider)
            throws GeneralSecurityException {
        var signature = algorithm.signature(provider);
        signature.initVerify(halves(provider).publicKey());
        signature.update(content);
        return signature.verify(signed);
    }

    private Halves halves(@Nullable Provider provider) throws GeneralSecurityException {
        var known = converted;
        if (provider == null) {
            return own;
        }
        if (known != null) {
            return known;
        }
        var made = convert(provider);
        converted = made;
        return made;
    }

    private Halves convert(Provider provider) throws GeneralSecurityException {
        KeyFactory factory;
        try {
            factory = KeyFactory.getInstance(algorithm.family(), provider);
        } catch (NoSuchAlgorithmException e) {
            return new Halves(own.privateKey(), own.publicKey()); // It takes Java's.
        }
        var privateKey = own.privateKey();
        return new Halves(
                privateKey == null
                        ? null
                        : factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey.getEncoded())),
                factory.generatePublic(new X509EncodedKeySpec(own.publicKey().getEncoded())));
    }
}
