package dev.serdab.settings;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The names that settings records give rise to, compared as loosely as Spring binds them: without
 * case, dashes, dots and underscores.
 */
class SettingNames {

    private static final Pattern INDEX = Pattern.compile("\\[?\\b\\d+\\b]?");

    /** Loose form → the name as one writes it. A name that ends in {@code *} takes any below it. */
    private final Map<String, String> names = new TreeMap<>();

    void add(String prefix, Class<?> settings) {
        for (var component : settings.getRecordComponents()) {
            var name = prefix + "." + dashed(component);
            var readAs = component.getAnnotation(ReadAs.class);
            if (readAs == null) {
                add(name, component.getGenericType());
            } else {
                put(name);
                Arrays.stream(readAs.value()).forEach(record -> add(name + "[0]", record));
            }
        }
    }

    boolean contains(ConfigurationPropertyName name) {
        var loose = loose(name.toString());
        return names.containsKey(loose)
                || names.keySet().stream()
                        .filter(known -> known.endsWith("*"))
                        .anyMatch(
                                known -> loose.startsWith(known.substring(0, known.length() - 1)));
    }

    Optional<String> nearest(ConfigurationPropertyName name) {
        var loose = loose(name.toString());
        return names.entrySet().stream()
                .filter(known -> distance(known.getKey(), loose) <= Math.max(2, loose.length() / 6))
                .min(Comparator.comparingInt(known -> distance(known.getKey(), loose)))
                .map(Map.Entry::getValue);
    }

    private void add(String name, Type type) {
        switch (type) {
            case Class<?> settings when settings.isRecord() && isNested(settings) ->
                    add(name, settings);
            case ParameterizedType collection when isCollection(collection) -> {
                put(name);
                add(name + "[0]", collection.getActualTypeArguments()[0]);
            }
            case ParameterizedType map when map.getRawType() == Map.class -> put(name + ".*");
            default -> put(name);
        }
    }

    private void put(String name) {
        names.put(loose(name), name);
    }

    /** A record that is read from one text (by {@code of(String)}) has no names below it. */
    private static boolean isNested(Class<?> settings) {
        return Arrays.stream(settings.getDeclaredMethods())
                .noneMatch(method -> method.getName().equals("of"));
    }

    private static boolean isCollection(ParameterizedType type) {
        return type.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw);
    }

    private static String dashed(RecordComponent component) {
        return component
                .getName()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    private static String loose(String name) {
        return INDEX.matcher(name).replaceAll("#").toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
