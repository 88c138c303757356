package dev.serdab.sealing;

import dev.serdab.settings.ServerSettings;
import dev.serdab.settings.WrongSetting;
import dev.serdab.storage.DataDirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The 32 bytes that seal everything else: from a setting, or a file made at the first start. */
final class MasterKey {

    static final String PROPERTY = "serdab.master-key";
    private static final int BYTES = 32;

    private MasterKey() {}

    static SecretKey of(ServerSettings settings, DataDirectory directory) {
        var text = settings.masterKey();
        return new SecretKeySpec(
                decode(text != null ? text : fileContent(directory.file("master.key"))), "AES");
    }

    private static byte[] decode(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the value: it may be most of a key.
        }
        throw new WrongSetting(
                PROPERTY,
                "is not 32 bytes in base64: write the output of `openssl rand -base64 32`");
    }

    /** Made complete under another name first, so that a second node never reads half a key. */
    private static String fileContent(Path file) {
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[BYTES];
                new SecureRandom().nextBytes(bytes);
                var draft =
                        Files.createTempFile(file.getParent(), "master", ".new", ownerOnly(file));
                Files.writeString(draft, Base64.getEncoder().encodeToString(bytes) + "\n");
                publish(draft, file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another node was quicker; its key counts.
        } catch (UnsupportedOperationException e) {
            Files.copy(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
