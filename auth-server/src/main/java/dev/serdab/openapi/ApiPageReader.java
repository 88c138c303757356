package dev.serdab.openapi;

import dev.serdab.openapi.ApiPage.Access;
import dev.serdab.openapi.ApiPage.Answer;
import dev.serdab.openapi.ApiPage.Credential;
import dev.serdab.openapi.ApiPage.Field;
import dev.serdab.openapi.ApiPage.Operation;
import dev.serdab.openapi.ApiPage.Section;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Picks out of the document what the page shows. */
class ApiPageReader {

    private final DocumentTree document;
    private final String server;

    private ApiPageReader(DocumentTree document) {
        this.document = document;
        this.server = document.at("/servers/0/url").stringValue();
    }

    static ApiPage read(String yaml) {
        return new ApiPageReader(DocumentTree.of(yaml)).page();
    }

    private ApiPage page() {
        return new ApiPage(
                server,
                description(document.at("/info")),
                document.at("/components/securitySchemes")
                        .propertyStream()
                        .map(scheme ->
                                new Credential(scheme.getKey(), description(scheme.getValue())))
                        .toList(),
                document.at("/tags").valueStream().map(this::section).toList());
    }

    private Section section(JsonNode tag) {
        var name = tag.get("name").stringValue();
        var operations =
                document.at("/paths")
                        .propertyStream()
                        .flatMap(path -> operations(path.getKey(), path.getValue(), name))
                        .toList();
        return new Section(name, description(tag), operations);
    }

    private Stream<Operation> operations(String path, JsonNode item, String tag) {
        return item.propertyStream()
                .filter(method -> method.getValue().at("/tags/0").asString("").equals(tag))
                .map(method ->
                        operation(
                                method.getKey(), path, item.path("parameters"), method.getValue()));
    }

    private Operation operation(
            String method, String path, JsonNode parameters, JsonNode operation) {
        var body = BodySchema.of(document, operation);
        var access = access(operation);
        var verb = method.toUpperCase(Locale.ROOT);
        return new Operation(
                operation.get("operationId").stringValue(),
                verb,
                path,
                operation.get("summary").stringValue(),
                operation.path("deprecated").asBoolean(false),
                description(operation),
                access,
                Stream.concat(parameters.valueStream().map(ApiPageReader::parameter), body.fields())
                        .toList(),
                CurlLine.of(verb, server + filled(path, parameters), access, body.example()),
                operation
                        .get("responses")
                        .propertyStream()
                        .map(answer ->
                                answer(answer.getKey(), document.resolved(answer.getValue())))
                        .toList());
    }

    private static Access access(JsonNode operation) {
        var security = operation.get("security");
        if (security == null) {
            return Access.NEEDED;
        }
        return security.isEmpty() ? Access.UNASKED : Access.OPTIONAL;
    }

    private static Field parameter(JsonNode parameter) {
        return new Field(placeholder(parameter), true, description(parameter));
    }

    private static String filled(String path, JsonNode parameters) {
        var filled = path;
        for (var parameter : parameters) {
            filled = filled.replace(placeholder(parameter), parameter.get("example").asString());
        }
        return filled;
    }

    private static String placeholder(JsonNode parameter) {
        return "{" + parameter.get("name").stringValue() + "}";
    }

    private static Answer answer(String status, JsonNode answer) {
        var content = answer.path("content").path("application/json");
        var one = Stream.of(content.path("example")).filter(example -> !example.isMissingNode());
        var several = content.path("examples").valueStream().map(example -> example.get("value"));
        return new Answer(
                status,
                description(answer),
                List.copyOf(answer.path("headers").propertyNames()),
                Stream.concat(one, several).map(JsonNode::toString).toList());
    }

    private static Prose description(JsonNode described) {
        return Prose.of(described.path("description").asString(""));
    }
}
