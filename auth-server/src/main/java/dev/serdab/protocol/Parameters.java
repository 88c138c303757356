package dev.serdab.protocol;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of a request. None may come twice, and an empty one counts as absent (RFC 6749
 * §3.1).
 */
public final class Parameters {

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Of the body alone: what stands in the query string of a POST is not looked at. */
    public static Parameters ofBody(HttpServletRequest request) {
        var values = all(request);
        decoded(request.getQueryString())
                .forEach((name, inQuery) ->
                        values.computeIfPresent(
                                name,
                                (key, both) ->
                                        both.size() <= inQuery.size()
                                                ? null
                                                : both.subList(inQuery.size(), both.size())));
        return new Parameters(values);
    }

    /** Of the query string for GET, of the body for POST. */
    public static Parameters of(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) ? ofBody(request) : new Parameters(all(request));
    }

    /** Of names and values that came in another way. */
    public static Parameters of(Map<String, List<String>> values) {
        return new Parameters(new LinkedHashMap<>(values));
    }

    /** Of a query string that was stored. */
    public static Parameters parse(String query) {
        return new Parameters(new LinkedHashMap<>(decoded(query)));
    }

    /** The value, if the parameter is there and not empty. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(text(name));
    }

    /** The value, or {@code null} if the parameter is absent or empty. */
    public @Nullable String text(String name) {
        var found = values.getOrDefault(name, List.of());
        return found.isEmpty() || found.getFirst().isEmpty() ? null : found.getFirst();
    }

    /** The same with this one value of a parameter. */
    public Parameters with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, List.of(value));
        return new Parameters(changed);
    }

    /** All values of a parameter that may come several times, but for empty ones. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A list separated by single spaces, as {@code scope} and {@code prompt} are. */
    public Set<String> words(String name) {
        return split(text(name));
    }

    /** Splits a list separated by spaces; empty for {@code null}. */
    public static Set<String> split(@Nullable String text) {
        var words = new LinkedHashSet<String>();
        if (text != null) {
            for (var word : text.split(" ", -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** A parameter that came more than once, if there is one. */
    public Optional<String> repeated() {
        return repeated(Set.of());
    }

    /** The same, when some of them may. */
    public Optional<String> repeated(Set<String> allowed) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1 && !allowed.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Those of these names, as a query string again. */
    public String toQuery(Set<String> names) {
        return values.entrySet().stream()
                .filter(entry -> names.contains(entry.getKey()))
                .flatMap(entry ->
                        entry.getValue().stream()
                                .map(value -> QueryString.pair(entry.getKey(), value)))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, List<String>> all(HttpServletRequest request) {
        var values = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, found) -> values.put(name, List.of(found)));
        return values;
    }

    private static Map<String, List<String>> decoded(@Nullable String query) {
        var values = new LinkedHashMap<String, List<String>>();
        if (query == null || query.isEmpty()) {
            return values;
        }
        for (var pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
