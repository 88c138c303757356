package dev.serdab.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret that this server makes at the first start and keeps in a file for its own user. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * What stands in the file, without white space around it; the file is made when it is missing.
     * Made complete under another name first, so that a second node never reads half a secret.
     */
    public static String read(Path file, Supplier<String> first) {
        try {
            if (!Files.exists(file)) {
                var name = String.valueOf(file.getFileName());
                var draft = Files.createTempFile(file.getParent(), name, ".new", ownerOnly(file));
                Files.writeString(draft, first.get() + "\n");
                publish(draft, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another node was quicker; its secret counts.
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
