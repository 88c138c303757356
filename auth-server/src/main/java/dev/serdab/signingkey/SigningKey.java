package dev.serdab.signingkey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/**
 * A key ready to sign and verify.
 *
 * @param kid names it in JWT headers and in the JWK Set
 * @param publicJwk what others may see
 */
record SigningKey(
        String kid,
        Algorithm algorithm,
        PrivateKey privateKey,
        PublicKey publicKey,
        JWK publicJwk) {

    static SigningKey of(Algorithm algorithm, JWK jwk) {
        try {
            var pair = ((AsymmetricJWK) jwk).toKeyPair();
            return new SigningKey(
                    jwk.getKeyID(),
                    algorithm,
                    pair.getPrivate(),
                    pair.getPublic(),
                    jwk.toPublicJWK());
        } catch (JOSEException e) {
            throw new IllegalStateException("the key " + jwk.getKeyID() + " cannot be used", e);
        }
    }

    byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance(algorithm.jcaName());
            signature.initSign(privateKey);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(byte[] content, byte[] signed) {
        try {
            var signature = Signature.getInstance(algorithm.jcaName());
            signature.initVerify(publicKey);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // Not even the length of a signature.
        }
    }
}
