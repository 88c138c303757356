package dev.serdab.accountapi;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** A request's body once read. */
sealed interface Body {

    /**
     * Names and values.
     *
     * @param isForm whether it was a form, where an empty value may stand for an absent one
     */
    record Values(ObjectNode values, boolean isForm) implements Body {}

    /** It cannot be read; this is what the client is told. */
    record Unreadable(Answer answer) implements Body {

        /** Not what its media type promises. */
        static Unreadable malformed(String kind, String why) {
            return new Unreadable(Answer.detail(400, "%s parse error - %s".formatted(kind, why)));
        }

        /** JSON, but not an object. */
        static Unreadable notAnObject(String message) {
            return new Unreadable(Answer.badRequest(Map.of("non_field_errors", List.of(message))));
        }
    }
}
