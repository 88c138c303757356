package dev.serdab.testing;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The account API as the server's own OpenAPI document describes it. */
public final class ApiDescription {

    /** Where the document is served. */
    public static final String PATH = "/account-api/openapi.yaml";

    private static final JsonMapper JSON = new JsonMapper();

    /** Any name will do: nothing is fetched. */
    private static final String ID = "https://id.example.com/openapi";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    private ApiDescription(JsonNode document) {
        this.document = document;
        var closed = document.deepCopy();
        close(closed);
        this.schemas =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(Map.of(ID, closed.toString())));
    }

    /** Reads what the server serves. */
    public static ApiDescription servedTo(Http app) {
        Object tree =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(app.get(PATH).expect(200).body());
        return new ApiDescription(JSON.valueToTree(tree));
    }

    public JsonNode document() {
        return document;
    }

    /** The address that all paths are below. */
    public String server() {
        return document.at("/servers/0/url").stringValue();
    }

    /** The operations by method and path, as {@code POST /users/}. */
    public Map<String, JsonNode> operations() {
        var operations = new TreeMap<String, JsonNode>();
        for (var path : document.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (!method.getKey().equals("parameters")) {
                    operations.put(
                            method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            method.getValue());
                }
            }
        }
        return operations;
    }

    /** A node, or what it refers to. */
    public JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
    }

    /** What of a value the schema at a JSON pointer forbids. */
    public List<String> violations(String pointer, JsonNode value) {
        var schema = schemas.getSchema(SchemaLocation.of(ID + "#" + pointer));
        return schema.validate(value).stream().map(Error::toString).toList();
    }

    /** The described path that an address is at; empty when it is at none. */
    String pathOf(URI address) {
        var prefix = URI.create(server()).getRawPath();
        var asked = address.getRawPath();
        if (!asked.startsWith(prefix)) {
            return "";
        }
        var below = asked.substring(prefix.length()).replaceFirst("/?$", "/");
        return document.get("paths").has(below)
                ? below
                : document.get("paths").propertyNames().stream()
                        .filter(path -> below.matches(path.replaceAll("\\{\\w+}", "[^/]+")))
                        .findFirst()
                        .orElse("");
    }

    /** What is not described must not be there, although clients are to bear with more. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asString("").equals("object")
                && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDescription::close);
    }
}
