package dev.serdab.openapi;

import dev.serdab.openapi.ApiPage.Field;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Map;
import java.util.stream.Stream;

/** What a request's body may hold; all bodies here are objects of texts. */
record BodySchema(DocumentTree document, JsonNode schema) {

    static BodySchema of(DocumentTree document, JsonNode operation) {
        var body = document.resolved(operation.path("requestBody"));
        var schema = body.path("content").path("application/json").path("schema");
        return new BodySchema(document, document.resolved(schema));
    }

    Stream<Field> fields() {
        var required = schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        return properties()
                .map(property ->
                        new Field(
                                property.getKey(),
                                required.contains(property.getKey()),
                                Prose.of(property.getValue().path("description").asString(""))));
    }

    /** A body as one might send it; empty where none is read. */
    String example() {
        var example = JsonNodeFactory.instance.objectNode();
        properties()
                .forEach(property ->
                        example.set(property.getKey(), property.getValue().at("/examples/0")));
        return example.isEmpty() ? "" : example.toString();
    }

    private Stream<Map.Entry<String, JsonNode>> properties() {
        return schema.path("properties")
                .propertyStream()
                .map(property ->
                        Map.entry(property.getKey(), document.resolved(property.getValue())));
    }
}
