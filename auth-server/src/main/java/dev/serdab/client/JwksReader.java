package dev.serdab.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of a client out of its metadata ({@code jwks}, RFC 7591 §2, RFC 7517 §5). */
final class JwksReader {

    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_RSA = 8192;

    /** The work of a check grows with it, and strangers choose it. */
    private static final int LONGEST_EXPONENT = 32;

    private static final int MOST_KEYS = 10;

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410 §4). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private JwksReader() {}

    /** What became of it. */
    sealed interface Reading {

        record Good(ClientKeys keys) implements Reading {}

        /**
         * @param field in RFC 7591's spelling
         * @param sentence what is wrong and what to write
         */
        record Bad(String field, String sentence) implements Reading {}
    }

    /**
     * The keys of a client of this method: it may need some to show who it is.
     *
     * @param asks whether it makes authorization requests, which it may sign
     */
    static Reading read(ClientMetadata said, AuthenticationMethod method, boolean asks) {
        boolean needsKeys = method == AuthenticationMethod.PRIVATE_KEY_JWT;
        var jwks = said.jwks();
        var uri = said.jwksUri();
        if (jwks == null && uri == null) {
            return needsKeys
                    ? bad("is missing: private_key_jwt needs the client's public keys, or jwks_uri")
                    : new Reading.Good(ClientKeys.NONE);
        }
        if (jwks != null && uri != null) {
            return new Reading.Bad("jwks_uri", "comes beside jwks: write one of them");
        }
        if (!needsKeys && !asks) {
            return new Reading.Bad(
                    jwks == null ? "jwks_uri" : "jwks",
                    "is of no use without token_endpoint_auth_method private_key_jwt or grant type"
                            + " authorization_code: write one of them, or leave it out");
        }
        return jwks == null ? at(uri) : read(jwks.members());
    }

    private static Reading at(@Nullable String uri) {
        return WebUri.problem("jwks_uri", uri)
                .flatMap(problem ->
                        problem instanceof ClientRules.Checked.Bad(var field, var sentence)
                                ? Optional.<Reading>of(new Reading.Bad(field, sentence))
                                : Optional.empty())
                .orElseGet(() -> new Reading.Good(ClientKeys.at(uri)));
    }

    private static Reading bad(String sentence) {
        return new Reading.Bad("jwks", sentence);
    }

    /** Keys that cannot sign are passed over, but one at least must be able to. */
    static Reading read(Map<String, Object> jwks) {
        try {
            var all = JWKSet.parse(jwks).getKeys();
            if (all.size() > MOST_KEYS) {
                return bad("has more than %d keys".formatted(MOST_KEYS));
            }
            var keys = new ArrayList<ClientKeys.Key>();
            for (var jwk : all) {
                if (jwk.isPrivate()) {
                    return bad("has a private key: write only its public half");
                }
                if (jwk instanceof RSAKey rsa && hasLongExponent(rsa)) {
                    return bad(
                            "has an RSA key whose exponent is too long: write one of up to %d bits, such as 65537"
                                    .formatted(LONGEST_EXPONENT));
                }
                if (jwk instanceof RSAKey && !isLongEnough(jwk)) {
                    return bad(
                            "has an RSA key that is too short or too long: write one of %d to %d bits"
                                    .formatted(SHORTEST_RSA, LONGEST_RSA));
                }
                key(jwk).ifPresent(keys::add);
            }
            return keys.isEmpty()
                    ? bad(
                            "has no key for %s: write one"
                                    .formatted(String.join(", ", AssertionAlgorithm.names())))
                    : new Reading.Good(new ClientKeys(keys));
        } catch (ParseException
                | JOSEException
                | GeneralSecurityException
                | IllegalArgumentException
                | IllegalStateException e) {
            return bad("is not a JWK Set: write {\"keys\": [{\"kty\": …}]}");
        }
    }

    private static boolean hasLongExponent(RSAKey rsa) {
        return rsa.getPublicExponent().decodeToBigInteger().bitLength() > LONGEST_EXPONENT;
    }

    private static boolean isLongEnough(JWK rsa) {
        return rsa.size() >= SHORTEST_RSA && rsa.size() <= LONGEST_RSA;
    }

    private static Optional<ClientKeys.Key> key(JWK jwk)
            throws JOSEException, GeneralSecurityException {
        var algorithm =
                jwk.getAlgorithm() == null
                        ? Optional.<AssertionAlgorithm>empty()
                        : AssertionAlgorithm.of(jwk.getAlgorithm().getName());
        boolean isForOtherThings =
                KeyUse.ENCRYPTION.equals(jwk.getKeyUse())
                        || (jwk.getKeyOperations() != null
                                && !jwk.getKeyOperations().contains(KeyOperation.VERIFY))
                        || (jwk.getAlgorithm() != null && algorithm.isEmpty());
        if (isForOtherThings) {
            return Optional.empty();
        }
        return publicKey(jwk)
                .map(key -> new ClientKeys.Key(jwk.getKeyID(), algorithm.orElse(null), key));
    }

    private static Optional<PublicKey> publicKey(JWK jwk)
            throws JOSEException, GeneralSecurityException {
        return switch (jwk) {
            case RSAKey rsa -> Optional.of(rsa.toPublicKey());
            case ECKey ec when ec.getCurve().equals(Curve.P_256) -> Optional.of(ec.toPublicKey());
            case OctetKeyPair ed when ed.getCurve().equals(Curve.Ed25519) ->
                    Optional.of(ed25519(ed.getDecodedX()));
            default -> Optional.empty();
        };
    }

    private static PublicKey ed25519(byte[] point) throws GeneralSecurityException {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(ED25519);
        encoded.writeBytes(point);
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }
}
