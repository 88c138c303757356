package dev.serdab.settings;

import java.net.URI;
import java.util.Locale;

/**
 * The issuer identifier: an {@code https} URL without query, fragment or final slash (RFC 8414 §2);
 * {@code http} on the loopback interface only.
 *
 * @param uri the identifier
 */
public record Issuer(URI uri) {

    private static final String PROPERTY = "serdab.issuer";

    /**
     * Reads an issuer.
     *
     * @throws WrongSetting when it is not one
     */
    public static Issuer of(String text) {
        return new Issuer(parse(text));
    }

    /** Whether only this machine can reach the issuer, as on a developer's machine. */
    public boolean isLoopback() {
        return isLoopback(host());
    }

    /** Whether cookies may be marked {@code Secure}. */
    public boolean isHttps() {
        return "https".equals(uri.getScheme());
    }

    /** The host without a port. */
    public String host() {
        return uri.getHost();
    }

    /** Scheme, host and port, as browsers send it in {@code Origin}. */
    public String origin() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static boolean isLoopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static URI parse(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw wrong(text, "is not a URL");
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw wrong(text, "is not a URL with a host");
        }
        if (uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getUserInfo() != null) {
            throw wrong(text, "has a query, a fragment or a user");
        }
        if (!uri.getRawPath().isEmpty()) {
            throw wrong(text, "has a path (a final slash counts as one)");
        }
        boolean plainLoopback = "http".equals(uri.getScheme()) && isLoopback(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !plainLoopback) {
            throw wrong(text, "is not https, which every host but localhost needs");
        }
        return uri;
    }

    private static WrongSetting wrong(String text, String why) {
        return new WrongSetting(
                PROPERTY,
                "is \"%s\", which %s: write an address such as https://id.example.com"
                        .formatted(text, why));
    }
}
