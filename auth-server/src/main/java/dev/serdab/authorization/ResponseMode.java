package dev.serdab.authorization;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an answer travels to the app (OAuth 2.0 Multiple Response Type Encoding Practices §2.1, OAuth
 * 2.0 Form Post Response Mode §2).
 */
public enum ResponseMode {
    /** Behind the {@code ?} of the redirect URI; the default for codes. */
    QUERY,
    /** Behind its {@code #}: the app's server does not see it, its page does. */
    FRAGMENT,
    /** In the body of a POST: it stands in no address, history or log. */
    FORM_POST;

    /** The name on the wire. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, for discovery. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ResponseMode::value).toList();
    }

    /** The mode of this name, if it is offered. */
    static Optional<ResponseMode> of(String value) {
        return Arrays.stream(values()).filter(mode -> mode.value().equals(value)).findFirst();
    }
}
