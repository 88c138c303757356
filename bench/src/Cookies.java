import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The cookies of one browser at one server. Paths are not looked at. */
final class Cookies {

    private final Map<String, String> values = new LinkedHashMap<>();

    void keep(String setCookie) {
        var pair = setCookie.split(";", 2);
        var name = pair[0].substring(0, pair[0].indexOf('='));
        var value = pair[0].substring(name.length() + 1);
        var attributes = pair.length < 2 ? "" : pair[1].toLowerCase(Locale.ROOT);
        if (value.isEmpty() || attributes.matches(".*(max-age=0\\b|01[ -]jan[ -]1970).*")) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** The header line, or nothing. */
    String header() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
    }
}
