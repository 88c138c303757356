package dev.serdab.mail;

import dev.serdab.settings.WrongSetting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes each mail to a file of its own. Names sort by time; a file is there as a whole or not at
 * all. A mail that is written a second time replaces itself.
 */
class DirectoryCarrier implements Carrier {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;

    DirectoryCarrier(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new WrongSetting(
                    "serdab.mail.directory",
                    "is %s, which cannot be made (%s): write a directory the server may write to"
                            .formatted(directory, e));
        }
    }

    @Override
    public Delivery carry(Parcel parcel) {
        var name = TIME.format(parcel.postedAt()) + "-" + parcel.id() + ".eml";
        var unfinished = directory.resolve("." + name);
        try {
            write(unfinished, parcel.message());
            Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return new Delivery.Sent();
        } catch (IOException e) {
            return new Delivery.Unreachable(e.toString());
        }
    }

    @Override
    public Pace pace() {
        return Pace.AT_ONCE;
    }

    private static void write(Path file, String message) throws IOException {
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(message.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
