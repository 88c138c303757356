package dev.serdab.demo.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;

import java.security.Key;
import java.util.List;
import java.util.Set;

/**
 * Picks the published key that a token names, for the algorithms we take: the usual four, none of
 * them symmetric (RFC 8725 §3.1). A key with an {@code alg} of its own serves that one only.
 *
 * <p>Nimbus leaves Ed25519 keys out, as it can't turn them into Java's; that is added here.
 */
final class VerificationKeys extends JWSVerificationKeySelector<SecurityContext> {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.EdDSA,
                    JWSAlgorithm.Ed25519);

    VerificationKeys(JWKSource<SecurityContext> keys) {
        super(ALGORITHMS, keys);
    }

    @Override
    public List<Key> selectJWSKeys(JWSHeader header, SecurityContext context)
            throws KeySourceException {
        if (!JWSAlgorithm.Family.ED.contains(header.getAlgorithm())
                || !isAllowed(header.getAlgorithm())) {
            return super.selectJWSKeys(header, context);
        }
        return getJWKSource().get(new JWKSelector(createJWKMatcher(header)), context).stream()
                .map(OctetKeyPair.class::cast)
                .filter(key -> Curve.Ed25519.equals(key.getCurve()))
                .<Key>map(key -> Ed25519Verifier.publicKey(key.getDecodedX()))
                .toList();
    }
}
