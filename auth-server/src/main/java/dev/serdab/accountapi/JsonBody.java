package dev.serdab.accountapi;

import dev.serdab.accountapi.Body.Unreadable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A body of JSON (RFC 8259); UTF-8, whatever charset is named (§8.1). */
class JsonBody {

    private static final String KIND = "JSON";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonBody() {}

    static Body parse(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return Unreadable.malformed(KIND, "the body is not UTF-8");
        }
        if (text.charAt(0) == BYTE_ORDER_MARK) {
            return Unreadable.malformed(KIND, "the body starts with a byte order mark");
        }
        try {
            return body(Json.read(text));
        } catch (JacksonException e) {
            return Unreadable.malformed(KIND, place(e));
        }
    }

    private static Body body(JsonNode json) {
        if (json instanceof ObjectNode object) {
            return new Body.Values(object, false);
        }
        if (json.isMissingNode()) {
            return Unreadable.malformed(KIND, "there is no value");
        }
        if (json.isNull()) {
            return Unreadable.notAnObject("No data provided");
        }
        return Unreadable.notAnObject(
                "Invalid data. Expected a dictionary, but got %s.".formatted(pythonType(json)));
    }

    private static String pythonType(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> "list";
            case STRING -> "str";
            case BOOLEAN -> "bool";
            default -> json.isIntegralNumber() ? "int" : "float";
        };
    }

    /** Says where, and nothing of what stood there: it may be half a password. */
    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null
                ? "not valid JSON"
                : "not valid JSON: line %d column %d"
                        .formatted(location.getLineNr(), location.getColumnNr());
    }
}
