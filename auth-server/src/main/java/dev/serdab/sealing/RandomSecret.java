package dev.serdab.sealing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets nobody chose: too long to guess, so a plain SHA-256 keeps them well. */
public final class RandomSecret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomSecret() {}

    /** 256 random bits, base64url, 43 characters. */
    public static String base64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    /**
     * Random lower-case hex digits.
     *
     * @param digits how many, even
     */
    public static String hex(int digits) {
        return HexFormat.of().formatHex(bytes(digits / 2));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
