package dev.serdab.client;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Client metadata as it is written, in RFC 7591's names. */
final class Metadata {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private Metadata() {}

    static ClientMetadata of(String json) {
        return JSON.readValue(json, ClientMetadata.class);
    }
}
