package dev.serdab.passwordhash;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.security.crypto.bcrypt.BCrypt;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * {@code bcrypt$$2b$12$…}, and {@code bcrypt_sha256$$2b$12$…}, which hashes the lower-case hex of
 * the password's SHA-256 first.
 */
record Bcrypt(boolean digestedFirst) implements HashFormat {

    /** What bcrypt looks at; Python's library drops the rest as well. */
    private static final int LONGEST = 72;

    @Override
    public boolean matches(String password, String stored) {
        var hash = stored.substring(stored.indexOf('$') + 1);
        var bytes = password.getBytes(UTF_8);
        if (digestedFirst) {
            bytes = HexFormat.of().formatHex(Digests.digest("SHA-256", bytes)).getBytes(UTF_8);
        }
        if (bytes.length > LONGEST) {
            bytes = Arrays.copyOf(bytes, LONGEST);
        }
        try {
            return BCrypt.checkpw(bytes, hash);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
