package dev.serdab.passwordhash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Message digests that every JDK has. */
final class Digests {

    private Digests() {}

    static byte[] digest(String algorithm, byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm).digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
