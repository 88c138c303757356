package dev.serdab.accountapi;

import java.util.Map;
import java.util.Optional;

/**
 * The fields of a request, each good by itself and trimmed.
 *
 * @param values by name; an optional field that was not sent is absent
 */
public record Fields(Map<String, String> values) {

    /** A field that the form requires. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + " may be absent"));
    }

    /** A field that may be absent. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
