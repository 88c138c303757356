package dev.serdab.token;

import dev.serdab.sealing.SecretHash;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

/** Proof Key for Code Exchange, S256 (RFC 7636 §4.6). */
final class CodeVerifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private CodeVerifier() {}

    /**
     * Whether this verifier belongs to this challenge. Without a challenge there must be no
     * verifier either: sending one shows that the challenge was taken away on the way (RFC 9700
     * §2.1.1).
     */
    static boolean matches(@Nullable String challenge, @Nullable String verifier) {
        if (challenge == null || verifier == null) {
            return challenge == null && verifier == null;
        }
        if (!FORM.matcher(verifier).matches()) {
            return false;
        }
        var computed = Base64.getUrlEncoder().withoutPadding().encode(SecretHash.of(verifier));
        return MessageDigest.isEqual(computed, challenge.getBytes(StandardCharsets.US_ASCII));
    }
}
