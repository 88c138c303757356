package dev.serdab.page;

import dev.serdab.brand.Brand;
import dev.serdab.brand.Logo;

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
import java.util.stream.Stream;

/**
 * The few files that pages load, kept in memory. Their addresses carry a digest of them all, so
 * that browsers may keep them for good.
 */
@Component
class Assets {

    static final String STYLESHEET = "serdab.css";
    static final String ICON = "seal.svg";
    static final String SCRIPT_FILE = "serdab.js";

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final MediaType SCRIPT =
            new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final List<Asset> assets;
    private final Optional<String> logo;
    private final String version;

    Assets(Brand brand) {
        var picture = brand.logo().map(Assets::asset);
        logo = picture.map(Asset::name);
        assets =
                Stream.concat(
                                Stream.of(
                                        Asset.read(STYLESHEET, CSS).followedBy(brand.stylesheet()),
                                        Asset.read(ICON, SVG),
                                        Asset.read(SCRIPT_FILE, SCRIPT)
                                                .followedBy(
                                                        Asset.read("passkey.js", SCRIPT).text())),
                                picture.stream())
                        .toList();
        version = digest();
    }

    private static Asset asset(Logo logo) {
        return new Asset(
                "logo." + logo.extension(), MediaType.valueOf(logo.type()), logo.content());
    }

    /** The operator's picture, if there is one. */
    Optional<String> logoPath() {
        return logo.map(this::pathOf);
    }

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

        Asset followedBy(String more) {
            return new Asset(name, type, (text() + more).getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }
}
