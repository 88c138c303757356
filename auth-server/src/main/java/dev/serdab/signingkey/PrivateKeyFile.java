package dev.serdab.signingkey;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A private key as other programs write it: PEM of PKCS#8, PKCS#1 or SEC 1, a JWK, or a JWK Set of
 * one.
 *
 * @param pair both halves
 * @param kid its name, where the file tells
 * @param alg its JWS algorithm, where the file tells
 */
record PrivateKeyFile(KeyPair pair, @Nullable String kid, @Nullable String alg) {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \\1-----");

    private static final List<String> FAMILIES = List.of("RSA", "EC", "Ed25519");

    /**
     * Reads one.
     *
     * @throws GeneralSecurityException with a sentence that says why it cannot be read
     */
    static PrivateKeyFile of(String text) throws GeneralSecurityException {
        try {
            return text.strip().startsWith("{") ? ofJson(text) : ofPem(text);
        } catch (ParseException | IOException | IllegalArgumentException e) {
            throw new GeneralSecurityException("It is neither a private key in PEM nor a JWK.", e);
        }
    }

    private static PrivateKeyFile ofJson(String text)
            throws ParseException, GeneralSecurityException {
        var jwk = text.contains("\"keys\"") ? theOnly(JWKSet.parse(text)) : JWK.parse(text);
        if (!jwk.isPrivate()) {
            throw new GeneralSecurityException("Its private half is missing.");
        }
        var alg = jwk.getAlgorithm();
        return new PrivateKeyFile(
                KeyForms.pair(jwk), jwk.getKeyID(), alg == null ? null : alg.getName());
    }

    private static JWK theOnly(JWKSet set) throws GeneralSecurityException {
        if (set.size() != 1) {
            throw new GeneralSecurityException("It is a set of several keys: write one of them.");
        }
        return set.getKeys().getFirst();
    }

    private static PrivateKeyFile ofPem(String text) throws IOException, GeneralSecurityException {
        if (text.contains("ENCRYPTED")) {
            throw new GeneralSecurityException(
                    "It is encrypted: write the output of `openssl pkey -in FILE`.");
        }
        var blocks = PEM.matcher(text);
        while (blocks.find()) {
            var label = blocks.group(1);
            if (label.endsWith("PRIVATE KEY")) {
                var key = privateKey(pkcs8(label, Base64.getMimeDecoder().decode(blocks.group(2))));
                return new PrivateKeyFile(new KeyPair(publicHalf(key), key), null, null);
            }
        }
        throw new IOException("no private key");
    }

    private static byte[] pkcs8(String label, byte[] der) throws IOException {
        return switch (label) {
            case "RSA PRIVATE KEY" ->
                    new PrivateKeyInfo(
                                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                                    RSAPrivateKey.getInstance(der))
                            .getEncoded();
            case "EC PRIVATE KEY" -> {
                var key = ECPrivateKey.getInstance(der);
                yield new PrivateKeyInfo(
                                new AlgorithmIdentifier(
                                        X9ObjectIdentifiers.id_ecPublicKey,
                                        key.getParametersObject()),
                                key)
                        .getEncoded();
            }
            default -> der;
        };
    }

    private static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        for (var family : FAMILIES) {
            try {
                return KeyFactory.getInstance(family)
                        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException e) {
                // Of another family, perhaps.
            }
        }
        throw new GeneralSecurityException("It is no RSA, EC or Ed25519 key.");
    }

    private static PublicKey publicHalf(PrivateKey key) throws GeneralSecurityException {
        return switch (key) {
            case RSAPrivateCrtKey rsa ->
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new RSAPublicKeySpec(
                                            rsa.getModulus(), rsa.getPublicExponent()));
            case java.security.interfaces.ECPrivateKey ec -> {
                var point =
                        ECNamedCurveTable.getParameterSpec("secp256r1")
                                .getG()
                                .multiply(ec.getS())
                                .normalize();
                yield KeyFactory.getInstance("EC")
                        .generatePublic(
                                new ECPublicKeySpec(
                                        new ECPoint(
                                                point.getAffineXCoord().toBigInteger(),
                                                point.getAffineYCoord().toBigInteger()),
                                        ec.getParams()));
            }
            case EdECPrivateKey ed ->
                    KeyForms.ed25519(
                            new Ed25519PrivateKeyParameters(ed.getBytes().orElseThrow(), 0)
                                    .generatePublicKey()
                                    .getEncoded());
            default -> throw new GeneralSecurityException("It is no RSA, EC or Ed25519 key.");
        };
    }
}
