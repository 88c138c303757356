import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The first form of a page, with what a browser would send.
 *
 * @param action where it goes
 * @param fields by name
 */
record Form(URI action, Map<String, String> fields) {

    private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern INPUT = Pattern.compile("(?is)<(?:input|button)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z-]+)\\s*=\\s*\"([^\"]*)\"|([a-zA-Z-]+)(?=[\\s>/]|$)");
    private static final Pattern NUMBER = Pattern.compile("&#(x?)([0-9a-fA-F]+);");

    static Form first(URI page, String html) throws Answer.Unexpected {
        var form = FORM.matcher(html);
        if (!form.find()) {
            throw new Answer.Unexpected("a page without a form at " + page);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        var inputs = INPUT.matcher(form.group(2));
        while (inputs.find()) {
            var input = attributes(inputs.group(1));
            boolean isChoice = "checkbox".equals(input.get("type"));
            if (input.containsKey("name") && (!isChoice || input.containsKey("checked"))) {
                // Of several buttons the first is pressed.
                fields.putIfAbsent(input.get("name"), input.getOrDefault("value", ""));
            }
        }
        var action = attributes(form.group(1)).getOrDefault("action", "");
        return new Form(action.isEmpty() ? page : page.resolve(action), fields);
    }

    String encoded() {
        return encode(fields);
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        var found = ATTRIBUTE.matcher(tag);
        while (found.find()) {
            if (found.group(1) == null) {
                attributes.put(found.group(3).toLowerCase(Locale.ROOT), "");
            } else {
                attributes.put(found.group(1).toLowerCase(Locale.ROOT), unescaped(found.group(2)));
            }
        }
        return attributes;
    }

    private static String unescaped(String text) {
        return NUMBER.matcher(text)
                .replaceAll(number -> {
                    int radix = number.group(1).isEmpty() ? 10 : 16;
                    return Character.toString(Integer.parseInt(number.group(2), radix));
                })
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
