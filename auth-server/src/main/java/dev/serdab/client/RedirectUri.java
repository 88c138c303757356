package dev.serdab.client;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for redirect URIs (RFC 6749 §3.1.2, RFC 8252 §7, RFC 9700 §2.1). */
public final class RedirectUri {

    private static final Set<String> DANGEROUS =
            Set.of("javascript", "data", "vbscript", "file", "about", "blob", "ws", "wss", "ftp");

    private static final Pattern LOOPBACK =
            Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?(/[^?#]*)?(\\?[^#]*)?");

    private RedirectUri() {}

    /** Why it may not be registered; empty when it may. */
    static Optional<String> problem(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            return Optional.of("is not a URI");
        }
        var scheme = uri.getScheme();
        if (scheme == null) {
            return Optional.of("is not an absolute URI");
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("has a fragment");
        }
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> hostProblem(uri);
            case "http" ->
                    isLoopback(uri)
                            ? hostProblem(uri)
                            : Optional.of("is http, which only localhost may be: write https");
            default ->
                    DANGEROUS.contains(scheme.toLowerCase(Locale.ROOT)) || !scheme.contains(".")
                            ? Optional.of(
                                    "has a scheme that no app owns: write one such as com.example.app")
                            : Optional.empty();
        };
    }

    /** Whether it leads to a web site, so that its host is a place: else its scheme is. */
    public static boolean isWeb(URI uri) {
        var scheme = uri.getScheme();
        return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    }

    /** The place that it leads to, as people know it. */
    public static String placeOf(String address) {
        var uri = URI.create(address);
        // Behind a scheme of its own an app may write what it likes.
        return isWeb(uri) ? uri.getAuthority() : uri.getScheme();
    }

    static boolean matches(String registered, String asked) {
        if (registered.equals(asked)) {
            return true;
        }
        var one = LOOPBACK.matcher(registered);
        var other = LOOPBACK.matcher(asked);
        return one.matches()
                && other.matches()
                && one.group(1).equals(other.group(1))
                && same(one.group(3), other.group(3))
                && same(one.group(4), other.group(4));
    }

    private static boolean same(String one, String other) {
        return java.util.Objects.equals(one, other);
    }

    private static Optional<String> hostProblem(URI uri) {
        if (uri.getHost() == null) {
            return Optional.of("has no host");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("has a user in front of the host");
        }
        return uri.getHost().contains("*") ? Optional.of("has a wildcard") : Optional.empty();
    }

    private static boolean isLoopback(URI uri) {
        var host = uri.getHost();
        return host != null
                && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
    }
}
