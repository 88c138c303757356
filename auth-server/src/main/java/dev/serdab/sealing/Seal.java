package dev.serdab.sealing;

import dev.serdab.settings.ServerSettings;
import dev.serdab.settings.WrongSetting;
import dev.serdab.storage.DataDirectory;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM under the master key. A sealed value opens only for the label it was sealed for, so
 * rows cannot be swapped.
 *
 * <p>Layout: one byte of version, 12 bytes of nonce, ciphertext with its 16-byte tag.
 */
@Component
public class Seal {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Seal(ServerSettings settings, DataDirectory directory) {
        this.key = MasterKey.of(settings, directory);
    }

    /** Seals {@code plain} for {@code label}. */
    public byte[] close(byte[] plain, String label) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, label).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /**
     * Opens what was sealed for {@code label}.
     *
     * @throws WrongSetting when it was sealed under another master key, or is not what was sealed
     */
    public byte[] open(byte[] sealed, String label) {
        try {
            var buffer = ByteBuffer.wrap(sealed);
            if (buffer.get() != VERSION) {
                throw new GeneralSecurityException("unknown version");
            }
            var nonce = new byte[NONCE_BYTES];
            buffer.get(nonce);
            var rest = new byte[buffer.remaining()];
            buffer.get(rest);
            return cipher(Cipher.DECRYPT_MODE, nonce, label).doFinal(rest);
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException e) {
            throw new WrongSetting(
                    MasterKey.PROPERTY,
                    "(or master.key in the data directory) is not the key this database was sealed"
                            + " with: bring back the key that belongs to it");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
