package dev.serdab.sealing;

import dev.serdab.settings.ServerSettings;
import dev.serdab.settings.WrongSetting;
import dev.serdab.storage.DataDirectory;

import org.springframework.stereotype.Component;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM under the master key. A sealed value opens only for the label it was sealed for, so
 * rows cannot be swapped.
 *
 * <p>Layout: one byte of version, four that name the master key, 12 bytes of nonce, ciphertext with
 * its 16-byte tag. Version 1, which is still read, named no key.
 */
@Component
public class Seal {

    private static final byte NAMELESS = 1;
    private static final byte VERSION = 2;
    private static final int NAME_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final MasterKeys keys;
    private final SecureRandom random = new SecureRandom();

    Seal(ServerSettings settings, DataDirectory directory) {
        this.keys = MasterKeys.of(settings, directory);
    }

    /** Seals {@code plain} for {@code label}. */
    public byte[] close(byte[] plain, String label) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var key = keys.current();
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, label).doFinal(plain);
            return ByteBuffer.allocate(1 + NAME_BYTES + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .putInt(key.id())
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
        return openIfOurs(sealed, label).orElseThrow(MasterKeys::wrong);
    }

    /** The same for what others hand in, which may be anything: nothing, unless we sealed it so. */
    public Optional<byte[]> openIfOurs(byte[] sealed, String label) {
        try {
            var buffer = ByteBuffer.wrap(sealed);
            var candidates = candidates(buffer);
            var nonce = new byte[NONCE_BYTES];
            buffer.get(nonce);
            var rest = new byte[buffer.remaining()];
            buffer.get(rest);
            return candidates.stream()
                    .flatMap(key -> opened(key, nonce, rest, label).stream())
                    .findFirst();
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** Whether it was sealed under the key that seals now. */
    boolean isCurrent(byte[] sealed) {
        return sealed.length > NAME_BYTES
                && sealed[0] == VERSION
                && ByteBuffer.wrap(sealed).getInt(1) == keys.current().id();
    }

    /** Whether there are keys that only open. */
    boolean hasFurtherKeys() {
        return keys.all().size() > 1;
    }

    private List<MasterKey> candidates(ByteBuffer buffer) {
        return switch (buffer.get()) {
            case VERSION -> keys.find(buffer.getInt()).stream().toList();
            case NAMELESS -> keys.all();
            default -> List.of();
        };
    }

    private static Optional<byte[]> opened(
            MasterKey key, byte[] nonce, byte[] sealed, String label) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, label).doFinal(sealed));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, MasterKey key, byte[] nonce, String label)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
