package dev.serdab.sealing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of a secret with enough entropy of its own: what tables keep instead of it. */
public final class SecretHash {

    private SecretHash() {}

    /** 32 bytes. */
    public static byte[] of(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in constant time. */
    public static boolean matches(byte[] hash, String secret) {
        return MessageDigest.isEqual(hash, of(secret));
    }
}
