package dev.serdab.page;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The few files that pages load, kept in memory. Their addresses carry a digest of them all, so
 * that browsers may keep them for good.
 */
@Component
class Assets {

    static final String STYLESHEET = "serdab.css";
    static final String ICON = "seal.svg";
    static final String FORM_POST = "form-post.js";

    private static final MediaType SCRIPT =
            new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final List<Asset> assets =
            List.of(
                    Asset.read(STYLESHEET, new MediaType("text", "css", StandardCharsets.UTF_8)),
                    Asset.read(ICON, MediaType.valueOf("image/svg+xml")),
                    Asset.read(FORM_POST, SCRIPT),
                    Asset.read("passkey.js", SCRIPT));

    private final String version = digest();

    String pathOf(String name) {
        return "/assets/" + version + "/" + name;
    }

    boolean isCurrent(String asked) {
        return version.equals(asked);
    }

    Optional<Asset> find(String name) {
        return assets.stream().filter(asset -> asset.name().equals(name)).findFirst();
    }

    private String digest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            assets.forEach(asset -> sha256.update(asset.content()));
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, written out, never compared
    record Asset(String name, MediaType type, byte[] content) {

        static Asset read(String name, MediaType type) {
            try {
                var content = new ClassPathResource("assets/" + name).getContentAsByteArray();
                return new Asset(name, type, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
