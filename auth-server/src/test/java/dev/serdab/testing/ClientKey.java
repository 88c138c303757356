package dev.serdab.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A client's key.
 *
 * @param kid its name
 * @param publicJwk the half that the server knows, as JSON
 */
public record ClientKey(String kid, PrivateKey privateKey, String publicJwk) {

    /** For ES256. */
    public static ClientKey ec(String kid) {
        return ec(kid, Curve.P_256);
    }

    /** On some curve. */
    public static ClientKey ec(String kid, Curve curve) {
        var pair = generate("EC", new ECGenParameterSpec(curve.getStdName()));
        var jwk = new ECKey.Builder(curve, (ECPublicKey) pair.getPublic()).keyID(kid).build();
        return new ClientKey(kid, pair.getPrivate(), jwk.toJSONString());
    }

    /** For RS256 and PS256. */
    public static ClientKey rsa(String kid, int bits) {
        var pair = generate("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
        var jwk = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).keyID(kid).build();
        return new ClientKey(kid, pair.getPrivate(), jwk.toJSONString());
    }

    /** For EdDSA. */
    public static ClientKey ed25519(String kid) {
        var pair = generate("Ed25519", null);
        var encoded = pair.getPublic().getEncoded();
        var point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        var jwk =
                new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point)).keyID(kid).build();
        return new ClientKey(kid, pair.getPrivate(), jwk.toJSONString());
    }

    /** The public halves of some, as a JWK Set. */
    public static String jwks(ClientKey... keys) {
        return Stream.of(keys)
                .map(ClientKey::publicJwk)
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    /** Signs claims, whatever the header says. */
    public String sign(Map<String, Object> header, Map<String, Object> claims) {
        try {
            var jws = new JWSObject(JWSHeader.parse(header), new Payload(claims));
            if (privateKey.getAlgorithm().equals("EdDSA")) {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(privateKey);
                signature.update(jws.getSigningInput());
                return text(jws, Base64URL.encode(signature.sign()));
            }
            jws.sign(signer());
            return jws.serialize();
        } catch (JOSEException | ParseException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Header and claims with some bytes as their signature. */
    public static String text(Map<String, Object> header, Map<String, Object> claims, byte[] end) {
        try {
            return text(
                    new JWSObject(JWSHeader.parse(header), new Payload(claims)),
                    Base64URL.encode(end));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JWSObject jws, Base64URL signature) {
        return new String(jws.getSigningInput(), java.nio.charset.StandardCharsets.US_ASCII)
                + "."
                + signature;
    }

    private JWSSigner signer() throws JOSEException {
        return privateKey instanceof ECPrivateKey ec
                ? new ECDSASigner(ec)
                : new RSASSASigner(privateKey);
    }

    private static KeyPair generate(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (parameters != null) {
                generator.initialize(parameters);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
