package dev.serdab.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The mails a server writes into a directory ({@code serdab.mail.directory}). Each is there before
 * the answer to what caused it.
 */
public final class MailDirectory {

    private static final Pattern URL = Pattern.compile("https?://\\S+");

    private final Path directory;
    private final Set<Path> seen = new HashSet<>();

    public MailDirectory(String directory) {
        this.directory = Path.of(directory);
    }

    /**
     * A mail as its reader sees it.
     *
     * @param link the first URL of the text, or an empty text
     */
    public record Letter(
            String to, String from, String subject, String text, String html, String link) {

        /** The last two parts of the link's path. */
        public String uid() {
            return part(2);
        }

        /** The last part of the link's path. */
        public String token() {
            return part(1);
        }

        private String part(int fromEnd) {
            var parts = link.split("/", -1);
            return parts[parts.length - fromEnd];
        }
    }

    /** What was written since this was last asked, oldest first. */
    public List<Letter> fresh() {
        var fresh = files().stream().filter(seen::add).toList();
        return fresh.stream().map(MailDirectory::read).toList();
    }

    /** The one mail that was written since this was last asked. */
    public Letter one() {
        var fresh = fresh();
        if (fresh.size() != 1) {
            throw new AssertionError("expected one mail, got " + fresh);
        }
        return fresh.getFirst();
    }

    private List<Path> files() {
        try (var files = Files.list(directory)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Letter read(Path file) {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(Files.readAllBytes(file)));
            var parts = (Multipart) message.getContent();
            var text = content(parts.getBodyPart(0));
            var url = URL.matcher(text);
            return new Letter(
                    message.getHeader("To", null),
                    message.getHeader("From", null),
                    message.getSubject(),
                    text,
                    content(parts.getBodyPart(1)),
                    url.find() ? url.group() : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String content(Part part) throws IOException, MessagingException {
        return part.getContent().toString().replace("\r\n", "\n");
    }
}
