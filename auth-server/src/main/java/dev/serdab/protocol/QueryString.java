package dev.serdab.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds URLs with parameters; whatever a value holds stays within it. */
public final class QueryString {

    private QueryString() {}

    /** The URL with these parameters behind those it has already. */
    public static String append(String url, Map<String, String> parameters) {
        var query = of(parameters);
        if (query.isEmpty()) {
            return url;
        }
        return url + (url.indexOf('?') < 0 ? "?" : "&") + query;
    }

    /** The URL, which has no fragment yet, with these parameters in one. */
    public static String fragment(String url, Map<String, String> parameters) {
        return url + "#" + of(parameters);
    }

    private static String of(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> pair(parameter.getKey(), parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String pair(String name, String value) {
        return encode(name) + "=" + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
