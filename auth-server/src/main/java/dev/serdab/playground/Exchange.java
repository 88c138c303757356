package dev.serdab.playground;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as it was sent, and its answer.
 *
 * @param curl a command that sends the same
 * @param body the answer's, JSON with a member a line
 */
record Exchange(String curl, int status, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    static Exchange of(String curl, int status, String body) {
        return new Exchange(curl, status, pretty(body));
    }

    boolean isGood() {
        return status == 200;
    }

    /** A member of the answer; empty when there is none. */
    String member(String name) {
        return parse(body).path(name).asString("");
    }

    /** JSON with a member a line; anything else stays as it is. */
    static String pretty(String text) {
        var node = parse(text);
        return node.isContainer()
                ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node)
                : text;
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
