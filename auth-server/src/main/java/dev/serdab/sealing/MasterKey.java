package dev.serdab.sealing;

import dev.serdab.settings.WrongSetting;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * 32 bytes that seal.
 *
 * @param id stands in front of what it sealed, and tells nothing of the key
 */
record MasterKey(int id, SecretKey key) {

    private static final int BYTES = 32;

    /**
     * Reads one.
     *
     * @param property where it stands, for whoever must mend it
     */
    static MasterKey of(String text, String property) {
        try {
            var bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == BYTES) {
                return new MasterKey(id(text.strip()), new SecretKeySpec(bytes, "AES"));
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the value: it may be most of a key.
        }
        throw new WrongSetting(
                property,
                "is not 32 bytes in base64: write the output of `openssl rand -base64 32`");
    }

    /** A new one, as it is written down. */
    static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static int id(String text) {
        return ByteBuffer.wrap(SecretHash.of("the name of master key " + text)).getInt();
    }
}
