package dev.serdab.playground;

import dev.serdab.sealing.RandomSecret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * What an app keeps in the browser while the browser is away.
 *
 * @param state comes back with the answer, to tell it from a stranger's (RFC 6749 §10.12)
 * @param verifier the secret behind the code challenge (RFC 7636 §4.1)
 */
record Attempt(Player player, String state, String verifier) {

    static final String COOKIE = "playground";

    static Attempt begin(Player player) {
        return new Attempt(player, RandomSecret.hex(32), RandomSecret.base64Url());
    }

    /** Reads the cookie. */
    static Optional<Attempt> read(String cookie) {
        var parts = cookie.split("\\.", 3);
        return parts.length == 3
                ? Player.of(parts[2]).map(player -> new Attempt(player, parts[0], parts[1]))
                : Optional.empty();
    }

    String cookie() {
        return String.join(".", state, verifier, player.clientId());
    }

    /** {@code code_challenge} by S256 (RFC 7636 §4.2). */
    String challenge() {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
