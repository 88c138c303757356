package dev.serdab.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/**
 * A JWK Set as somebody wrote it, not yet looked at (RFC 7517 §5).
 *
 * @param members of the JSON object
 */
public record Jwks(@JsonValue Map<String, Object> members) {

    private static final JsonMapper JSON = new JsonMapper();

    @JsonCreator
    public Jwks {}

    /**
     * Reads JSON.
     *
     * @throws IllegalArgumentException when it is none; its message says how to write it
     */
    public static Jwks of(String json) {
        try {
            return new Jwks(JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("JSON such as '{\"keys\": [{\"kty\": …}]}'");
        }
    }
}
