package dev.serdab.authorization;

import dev.serdab.protocol.Parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an answer travels to the app (OAuth 2.0 Multiple Response Type Encoding Practices §2.1, OAuth
 * 2.0 Form Post Response Mode §2).
 */
public enum ResponseMode {
    /** Behind the {@code ?} of the redirect URI; the default for codes. */
    QUERY,
    /** Behind its {@code #}: the app's server does not see it, its page does. */
    FRAGMENT,
    /** In the body of a POST, which only a web server can take: it stands in no address or log. */
    FORM_POST;

    private static final Pattern WEB = Pattern.compile("https?://");

    /** The name on the wire. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, for discovery. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ResponseMode::value).toList();
    }

    /** What a request asks for; empty when that is not offered, or not for this redirect URI. */
    static Optional<ResponseMode> asked(Parameters parameters, String redirectUri) {
        var asked = parameters.get("response_mode").orElse(QUERY.value());
        return Arrays.stream(values())
                .filter(mode -> mode.value().equals(asked))
                .filter(mode -> mode != FORM_POST || WEB.matcher(redirectUri).lookingAt())
                .findFirst();
    }
}
