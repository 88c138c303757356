package dev.serdab.signingkey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** From Java's form of a key to a JWK with nothing but the key in it (RFC 7517 §4), and back. */
final class KeyForms {

    /** What stands in front of the 32 bytes of a public Ed25519 key (RFC 8410 §4). */
    private static final byte[] ED25519_PREFIX =
            HexFormat.of().parseHex("302a300506032b6570032100");

    private KeyForms() {}

    /** A JWK. Without a {@code kid}, its thumbprint becomes that (RFC 7638). */
    static JWK jwk(@Nullable String kid, Algorithm algorithm, KeyPair pair) {
        try {
            var name = kid == null ? bare(null, algorithm, pair).computeThumbprint() : null;
            return bare(name == null ? kid : name.toString(), algorithm, pair);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A key pair; without its private half when the JWK has none.
     *
     * @throws GeneralSecurityException when it is no key that Java knows
     */
    static KeyPair pair(JWK jwk) throws GeneralSecurityException {
        try {
            return jwk instanceof OctetKeyPair octets
                    ? pair(octets)
                    : ((AsymmetricJWK) jwk).toKeyPair();
        } catch (JOSEException | ClassCastException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The public Ed25519 key of these 32 bytes. */
    static PublicKey ed25519(byte[] bytes) throws GeneralSecurityException {
        var encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + bytes.length);
        System.arraycopy(bytes, 0, encoded, ED25519_PREFIX.length, bytes.length);
        return factory().generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static JWK bare(@Nullable String kid, Algorithm algorithm, KeyPair pair) {
        var alg = JWSAlgorithm.parse(algorithm.jose());
        return switch (algorithm) {
            case ES256 ->
                    new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                            .privateKey((ECPrivateKey) pair.getPrivate())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(alg)
                            .keyID(kid)
                            .build();
            case RS256, PS256 ->
                    new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                            .privateKey((RSAPrivateKey) pair.getPrivate())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(alg)
                            .keyID(kid)
                            .build();
            case EDDSA ->
                    new OctetKeyPair.Builder(Curve.Ed25519, publicOctets(pair.getPublic()))
                            .d(privateOctets((EdECPrivateKey) pair.getPrivate()))
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(alg)
                            .keyID(kid)
                            .build();
        };
    }

    private static KeyPair pair(OctetKeyPair jwk) throws GeneralSecurityException {
        var secret = jwk.getD();
        PrivateKey privateKey =
                secret == null
                        ? null
                        : factory()
                                .generatePrivate(
                                        new EdECPrivateKeySpec(
                                                NamedParameterSpec.ED25519, secret.decode()));
        return new KeyPair(ed25519(jwk.getX().decode()), privateKey);
    }

    private static Base64URL publicOctets(PublicKey key) {
        var encoded = key.getEncoded();
        return Base64URL.encode(Arrays.copyOfRange(encoded, ED25519_PREFIX.length, encoded.length));
    }

    private static Base64URL privateOctets(EdECPrivateKey key) {
        return Base64URL.encode(key.getBytes().orElseThrow());
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance(Algorithm.EDDSA.family());
    }
}
