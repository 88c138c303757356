package dev.serdab.brand;

import dev.serdab.settings.WrongSetting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The operator's picture.
 *
 * @param type its media type, told from its first bytes
 * @param content the file
 */
@SuppressWarnings("ArrayRecordComponent") // read once, written out, never compared
public record Logo(String type, byte[] content) {

    private static final String PROPERTY = "serdab.brand.logo";

    /** So that a page with it stays one that a slow line brings at once. */
    static final int MOST_BYTES = 32 * 1024;

    static Logo read(String file) {
        var content = bytes(file);
        if (content.length > MOST_BYTES) {
            throw new WrongSetting(
                    PROPERTY,
                    "is \"%s\", which has more than %d KB: make it smaller, it is shown 40 pixels high"
                            .formatted(file, MOST_BYTES / 1024));
        }
        return new Logo(type(file, content), content);
    }

    /** The end of the name that it is served by. */
    public String extension() {
        return switch (type) {
            case "image/svg+xml" -> "svg";
            case "image/jpeg" -> "jpg";
            default -> type.substring("image/".length());
        };
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file).toAbsolutePath());
        } catch (IOException e) {
            throw new WrongSetting(
                    PROPERTY,
                    "is \"%s\", which cannot be read: write a picture's path".formatted(file));
        }
    }

    private static String type(String file, byte[] content) {
        var start =
                new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        if (file.toLowerCase(Locale.ROOT).endsWith(".svg") && start.contains("<svg")) {
            return "image/svg+xml";
        }
        throw new WrongSetting(
                PROPERTY,
                "is \"%s\", which is not a picture: write the path of an SVG, PNG, JPEG or WebP file"
                        .formatted(file));
    }
}
