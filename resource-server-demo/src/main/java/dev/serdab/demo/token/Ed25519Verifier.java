package dev.serdab.demo.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/**
 * Ed25519 signatures (RFC 8037 §3.1) by the JDK; for Nimbus's own it would take another library.
 */
final class Ed25519Verifier implements JWSVerifier {

    /** What stands before the 32 bytes of a public key (RFC 8410 §4). */
    private static final String ENCODING = "302a300506032b6570032100";

    private final JCAContext jca = new JCAContext();
    private final PublicKey key;

    private Ed25519Verifier(PublicKey key) {
        this.key = key;
    }

    static PublicKey publicKey(byte[] x) {
        var encoded = HexFormat.of().parseHex(ENCODING + HexFormat.of().formatHex(x));
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key", e);
        }
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signed, Base64URL signature)
            throws JOSEException {
        // Whoever signs with an extension that must be understood (RFC 7515 §4.1.11) is not
        // understood here.
        if (header.getCriticalParams() != null) {
            return false;
        }
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(signed);
            return ed25519.verify(signature.decode());
        } catch (SignatureException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new JOSEException("Can't verify Ed25519", e);
        }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
    }

    @Override
    public JCAContext getJCAContext() {
        return jca;
    }

    /** Nimbus's verifiers, and this one. */
    static final class Factory extends DefaultJWSVerifierFactory {

        @Override
        public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
            return key instanceof EdECPublicKey ed25519
                    ? new Ed25519Verifier(ed25519)
                    : super.createJWSVerifier(header, key);
        }
    }
}
