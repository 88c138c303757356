package dev.serdab.accountapi;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the client takes what there is, which is JSON. Django REST framework also has an HTML
 * view of its answers; a client that accepts only HTML is sent the JSON, with the same status.
 */
class Negotiation {

    private static final String HTML = "text/html";

    private static final Set<String> SERVED =
            Set.of("*/*", BodyReader.JSON, "application/*", HTML, "text/*");

    private Negotiation() {}

    /**
     * Looks at the suffix, {@code ?format=} and {@code Accept}.
     *
     * @param suffix the format in the path, if there is one
     */
    static Optional<Refusal> refusal(HttpServletRequest request, @Nullable String suffix) {
        var format = suffix == null ? formatParameter(request) : suffix;
        if (format != null) {
            return format.equals("json") ? Optional.empty() : Optional.of(Refusal.NOT_FOUND);
        }
        return accepted(request).anyMatch(SERVED::contains)
                ? Optional.empty()
                : Optional.of(Refusal.NOT_ACCEPTABLE);
    }

    /** A browser asks for HTML by name; a program does not, or for JSON as well. */
    static boolean wantsPage(HttpServletRequest request) {
        return accepted(request).anyMatch(HTML::equals)
                && accepted(request).noneMatch(BodyReader.JSON::equals);
    }

    private static Stream<String> accepted(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        if (accept == null || accept.isBlank()) {
            return Stream.of("*/*");
        }
        return Stream.of(accept.split(",")).map(Negotiation::withoutParameters);
    }

    private static String withoutParameters(String range) {
        int end = range.indexOf(';');
        return (end < 0 ? range : range.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** From the query string: asking for parameters would read a form's body. */
    private static @Nullable String formatParameter(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null || !query.contains("format=")) {
            return null;
        }
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith("format="))
                .map(pair -> pair.substring("format=".length()))
                .filter(format -> !format.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
