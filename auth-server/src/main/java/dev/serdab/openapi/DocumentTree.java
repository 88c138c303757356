package dev.serdab.openapi;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document once read, in which one can follow references. */
record DocumentTree(JsonNode root) {

    static DocumentTree of(String yaml) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new DocumentTree(new JsonMapper().valueToTree(tree));
    }

    /** What a JSON pointer leads to. */
    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** A node, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
    }
}
