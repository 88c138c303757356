package dev.serdab.openapi;

import java.util.List;

/**
 * The document as the page shows it.
 *
 * @param server the address that all paths are below
 */
record ApiPage(
        String server, Prose description, List<Credential> credentials, List<Section> sections) {

    /** A way to show who one is. */
    record Credential(String name, Prose description) {}

    /** The operations of one tag. */
    record Section(String name, Prose description, List<Operation> operations) {}

    /**
     * A method of a path.
     *
     * @param fields of its path and its body
     * @param curl a command that calls it
     */
    record Operation(
            String id,
            String method,
            String path,
            String summary,
            boolean isDeprecated,
            Prose description,
            Access access,
            List<Field> fields,
            String curl,
            List<Answer> answers) {}

    /** Whether one must be signed in. */
    enum Access {
        NEEDED,
        OPTIONAL,
        UNASKED
    }

    /** A part of the path or of the body. */
    record Field(String name, boolean isRequired, Prose description) {}

    /**
     * What may come back.
     *
     * @param status a number, or {@code default}
     * @param headers their names
     * @param examples of bodies, in JSON
     */
    record Answer(String status, Prose description, List<String> headers, List<String> examples) {}
}
