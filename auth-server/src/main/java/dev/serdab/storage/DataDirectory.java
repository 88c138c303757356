package dev.serdab.storage;

import dev.serdab.settings.ServerSettings;
import dev.serdab.settings.WrongSetting;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where this server keeps what is not in the database, and the H2 file if that is the database. A
 * directory made here is open to the server's user alone.
 *
 * <p>While the database is the H2 file, the directory is held by one process; a second one is told
 * by whom. Several nodes on PostgreSQL may share it.
 */
@Component
public class DataDirectory {

    private static final String PROPERTY = "serdab.data-directory";

    private final Path path;
    private final @Nullable FileChannel lock;

    DataDirectory(ServerSettings settings, @Value("${spring.datasource.url}") String databaseUrl) {
        this.path = settings.absoluteDataDirectory();
        try {
            make();
            this.lock = databaseUrl.startsWith("jdbc:h2:file:") ? hold(settings.issuer()) : null;
        } catch (IOException e) {
            throw new WrongSetting(
                    PROPERTY,
                    "is %s, which cannot be used (%s): write a directory the server may write to"
                            .formatted(path, e));
        }
    }

    /** A file in the directory, whether it exists or not. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** The directory itself. */
    public Path path() {
        return path;
    }

    private void make() throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(ownerOnly));
        } else {
            Files.createDirectories(path);
        }
    }

    private FileChannel hold(String issuer) throws IOException {
        var file = file("serdab.lock");
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!isHeldBy(channel)) {
            var holder = Files.readString(file).strip();
            channel.close();
            throw new WrongSetting(
                    PROPERTY,
                    "is %s, which %s holds: stop that server, or write another directory"
                            .formatted(path, holder.isEmpty() ? "another process" : holder));
        }
        var me = "process %d (%s)\n".formatted(ProcessHandle.current().pid(), issuer);
        channel.truncate(0).write(ByteBuffer.wrap(me.getBytes(StandardCharsets.UTF_8)), 0);
        return channel;
    }

    private static boolean isHeldBy(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @PreDestroy
    void release() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
