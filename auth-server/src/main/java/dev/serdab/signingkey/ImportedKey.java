package dev.serdab.signingkey;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.regex.Pattern;

/**
 * A key from elsewhere, checked.
 *
 * @param jwk with its {@code kid}, and without whatever else its file said
 */
record ImportedKey(JWK jwk, Algorithm algorithm) {

    private static final Pattern KID = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 8192;

    /**
     * Reads a key.
     *
     * @param text a {@link PrivateKeyFile}
     * @param kid its name; {@code null}: what the file says, or the thumbprint (RFC 7638)
     * @param alg its JWS algorithm; {@code null}: what the file says, or the usual one of its kind
     * @throws GeneralSecurityException with a sentence that says why it cannot be used
     */
    static ImportedKey of(String text, @Nullable String kid, @Nullable String alg)
            throws GeneralSecurityException {
        var file = PrivateKeyFile.of(text);
        var name = kid == null ? file.kid() : kid;
        if (name != null && !KID.matcher(name).matches()) {
            throw new GeneralSecurityException(
                    "Its kid must be 1 to 255 printable ASCII characters.");
        }
        var usual = usual(file.pair());
        var said = alg == null ? file.alg() : alg;
        var algorithm = said == null ? usual : Algorithm.of(said).orElse(null);
        if (algorithm == null || !algorithm.family().equals(usual.family())) {
            throw new GeneralSecurityException("It cannot be a key for %s.".formatted(said));
        }
        var jwk = KeyForms.jwk(name, algorithm, file.pair());
        tryOut(SigningKey.of(algorithm, jwk));
        return new ImportedKey(jwk, algorithm);
    }

    private static Algorithm usual(KeyPair pair) throws GeneralSecurityException {
        return switch (pair.getPublic()) {
            case RSAPublicKey rsa -> {
                int bits = rsa.getModulus().bitLength();
                if (bits < LEAST_RSA_BITS || bits > MOST_RSA_BITS) {
                    throw new GeneralSecurityException(
                            "It has %d bits: RSA keys need %d to %d."
                                    .formatted(bits, LEAST_RSA_BITS, MOST_RSA_BITS));
                }
                yield Algorithm.RS256;
            }
            case ECPublicKey ec when Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams())) ->
                    Algorithm.ES256;
            case EdECPublicKey ed
                    when NamedParameterSpec.ED25519.getName().equals(ed.getParams().getName()) ->
                    Algorithm.EDDSA;
            default ->
                    throw new GeneralSecurityException(
                            "It must be an RSA key, or one on the curve P-256 or Ed25519.");
        };
    }

    private static void tryOut(SigningKey key) throws GeneralSecurityException {
        var content = "a try".getBytes(StandardCharsets.US_ASCII);
        if (!key.verifies(content, key.sign(content, null), null)) {
            throw new GeneralSecurityException("Its two halves do not belong together.");
        }
    }
}
