package dev.serdab.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.serdab.accountapi.Access;
import dev.serdab.accountapi.AccountEndpoints;
import dev.serdab.testing.ApiDescription;
import dev.serdab.testing.Http;
import dev.serdab.testing.People;
import dev.serdab.testing.ServerTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The document says what the server does, and the server does what it says. */
class ApiDocumentTest extends ServerTest {

    private static final String ROOT_EXAMPLE =
            "/paths/~1/get/responses/200/content/application~1json/example/users";

    @Autowired List<AccountEndpoints> features;

    ApiDescription api;

    @BeforeEach
    void read() {
        api = ApiDescription.servedTo(app);
    }

    @Test
    void anyoneMayReadItAndCachesMayKeepItAWhile() {
        var answer = app.get(ApiDescription.PATH).expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=300, public");
        app.send("POST", ApiDescription.PATH, null, "").expect(405);
    }

    /** By the OpenAPI Initiative's own schema, which is kept here as it is published. */
    @Test
    void itIsAnOpenApiDocument() throws IOException {
        try (var schema = getClass().getResourceAsStream("/openapi/oas-3.1-schema.json")) {
            var openApi =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON);

            assertThat(openApi.validate(api.document())).isEmpty();
        }
    }

    @Test
    void itsAddressIsTheIssuerWithThePrefix() {
        assertThat(api.server()).isEqualTo(issuer + prefix());
        assertThat(app.get(api.server() + "/").expect(200).text("users"))
                .isEqualTo(api.document().at(ROOT_EXAMPLE).stringValue());
    }

    @Test
    void everyRouteIsDescribedWithWhoMayCallItAndNothingElseIs() {
        var described = new TreeMap<String, Access>();
        api.operations().forEach((name, operation) -> described.put(name, access(operation)));

        assertThat(described).isEqualTo(routes());
    }

    /** A server that reads {@code {}} as a body tells which fields it needs. */
    @Test
    void whatABodyNeedsIsWhatTheServerMisses() {
        var administrator = signedIn(people.administrator("root@example.org").email().value());
        for (var operation : api.operations().entrySet()) {
            var required = required(operation.getValue());
            var answer =
                    administrator.json(
                            operation.getKey().replaceFirst(" .*", ""),
                            api.server()
                                    + operation
                                            .getKey()
                                            .replaceFirst(".* ", "")
                                            .replace("{id}", "" + me(administrator)),
                            "{}");
            var missed =
                    answer.status() == 400 && !required.isEmpty()
                            ? List.copyOf(answer.json().propertyNames())
                            : List.<String>of();
            assertThat(missed)
                    .as(operation.getKey() + " answered " + answer.body())
                    .containsExactlyInAnyOrderElementsOf(required);
        }
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryExampleKeepsItsSchema() {
        var examples = new ArrayList<String>();
        walk("", api.document(), examples);

        assertThat(examples).as("pointers of media types with examples").hasSizeGreaterThan(10);
    }

    private void walk(String pointer, JsonNode node, List<String> examples) {
        if (node.has("$ref")) {
            assertThat(api.resolved(node).isMissingNode()).as(node.toString()).isFalse();
        }
        if (node.has("schema") && (node.has("example") || node.has("examples"))) {
            examples.add(pointer);
            var values = new ArrayList<JsonNode>();
            node.path("examples").forEach(example -> values.add(example.get("value")));
            if (node.has("example")) {
                values.add(node.get("example"));
            }
            assertThat(values)
                    .allSatisfy(value ->
                            assertThat(api.violations(pointer + "/schema", value)).isEmpty());
        }
        node.properties()
                .forEach(member ->
                        walk(
                                pointer
                                        + "/"
                                        + member.getKey().replace("~", "~0").replace("/", "~1"),
                                member.getValue(),
                                examples));
    }

    String prefix() {
        return "";
    }

    private Map<String, Access> routes() {
        return features.stream()
                .flatMap(feature -> feature.routes().stream())
                .flatMap(route ->
                        route.paths().stream()
                                .map(path ->
                                        Map.entry(
                                                route.verb()
                                                        + " "
                                                        + path.replaceFirst("/\\?$", "/"),
                                                route.access())))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static Access access(JsonNode operation) {
        var security = operation.get("security");
        if (security == null) {
            return Access.SIGNED_IN;
        }
        return security.isEmpty() ? Access.UNASKED : Access.ANYONE;
    }

    private List<String> required(JsonNode operation) {
        var body = api.resolved(operation.path("requestBody"));
        var schema = api.resolved(body.at("/content/application~1json/schema"));
        return schema.path("required").valueStream().map(JsonNode::stringValue).toList();
    }

    private Http signedIn(String email) {
        var pair = Map.of("email", email, "password", People.PASSWORD);
        return app.with(
                "Authorization",
                "JWT " + app.post(prefix() + "/jwt/create/", pair).expect(200).text("access"));
    }

    private long me(Http http) {
        return http.get(prefix() + "/users/me/").expect(200).json().get("id").longValue();
    }
}
