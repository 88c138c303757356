package dev.serdab.page;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a form may lead, in the words of a content security policy (CSP Level 3 §2.3.1). Built from
 * checked parts alone: no character of an address gets into the header that could end a source, a
 * directive or a line.
 */
final class FormTarget {

    /** Schemes that run or show something in the page's own name. */
    static final Set<String> RUNS_HERE =
            Set.of("javascript", "vbscript", "data", "blob", "filesystem", "about", "view-source");

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]{0,99}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.?");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(0{0,4}:){2,7}0{0,3}1]");
    private static final Set<String> NEVER = Set.of("ws", "wss", "ftp", "file");

    private FormTarget() {}

    /** The source expression for an address, or nothing when no form may lead there. */
    static Optional<String> of(URI address) {
        var scheme = lower(address.getScheme());
        if (!SCHEME.matcher(scheme).matches() || RUNS_HERE.contains(scheme)) {
            return Optional.empty();
        }
        return switch (scheme) {
            case "https" -> Optional.of(origin(address));
            case "http" ->
                    LOOPBACK.matcher(lower(address.getHost())).matches()
                            ? Optional.of(origin(address))
                            : Optional.empty();
            default -> NEVER.contains(scheme) ? Optional.empty() : Optional.of(scheme + ":");
        };
    }

    /**
     * The policy's grammar knows neither IPv6 nor letters beyond ASCII; for such a host the scheme
     * must do.
     */
    private static String origin(URI address) {
        var scheme = lower(address.getScheme());
        var host = lower(address.getHost());
        if (!HOST.matcher(host).matches()) {
            return scheme + ":";
        }
        return scheme + "://" + host + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
