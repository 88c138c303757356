package dev.serdab.accountapi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fields an endpoint reads. All that are wrong are told at once, in this order; other fields of
 * the body are ignored.
 *
 * @param isPartial whether every field may be absent, as in {@code PATCH}
 */
public record Form(List<Field> fields, boolean isPartial) {

    /** A form whose fields must be there, unless they are optional. */
    public static Form of(Field... fields) {
        return new Form(List.of(fields), false);
    }

    /** The same with more fields behind. */
    public Form and(Field... more) {
        return new Form(Stream.concat(fields.stream(), Stream.of(more)).toList(), isPartial);
    }

    /** The same with every field optional. */
    public Form partial() {
        return new Form(fields, true);
    }

    /** What became of reading a body. */
    sealed interface Reading {

        /** Every field is good. */
        record Good(Fields fields) implements Reading {}

        /** Some are not: their messages by name. */
        record Wrong(Map<String, List<String>> messages) implements Reading {}
    }

    Reading read(Body.Values body, Caller caller) {
        var values = new HashMap<String, String>();
        var wrong = new LinkedHashMap<String, List<String>>();
        for (var field : fields) {
            switch (field.read(body, isPartial, caller)) {
                case Field.Reading.Good(var text) -> values.put(field.name(), text);
                case Field.Reading.Wrong(var messages) -> wrong.put(field.name(), messages);
                case Field.Reading.Absent _ -> {
                    // An optional field: the endpoint asks with Fields.find.
                }
            }
        }
        return wrong.isEmpty() ? new Reading.Good(new Fields(values)) : new Reading.Wrong(wrong);
    }
}
