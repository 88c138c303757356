package dev.serdab.testing;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Holds every answer it is shown against the {@link ApiDescription}. */
public final class AnswerCheck implements Consumer<Answer> {

    private static final JsonMapper JSON = new JsonMapper();

    /** What may happen anywhere, and is described once, as {@code default}. */
    private static final Set<Integer> ANYWHERE = Set.of(400, 404, 405, 406, 413, 415);

    private final ApiDescription api;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    public AnswerCheck(ApiDescription api) {
        this.api = api;
    }

    /** Answers that are not as described, and why: those since this was last asked. */
    public List<String> differences() {
        var told = List.copyOf(differences);
        differences.clear();
        return told;
    }

    /** Operations and the status they answered, as {@code POST /users/ 201}. */
    public Set<String> seen() {
        return Set.copyOf(seen);
    }

    @Override
    public void accept(Answer answer) {
        var path = api.pathOf(answer.response().uri());
        var sent = answer.response().request().method();
        if (path.isEmpty() || sent.equals("OPTIONS") || answer.status() == 301) {
            return; // Not of this API, or described for all paths in words.
        }
        var name = (sent.equals("HEAD") ? "GET" : sent) + " " + path;
        var operation = api.operations().get(name);
        if (operation == null) {
            expect(Set.of(401, 405).contains(answer.status()), answer, "is not described");
            return;
        }
        seen.add(name + " " + answer.status());
        var status = String.valueOf(answer.status());
        var isNamed = operation.get("responses").has(status);
        if (!isNamed) {
            expect(ANYWHERE.contains(answer.status()), answer, "has a status of its own");
        }
        var pointer =
                "/paths/%s/%s/responses/%s"
                        .formatted(
                                path.replace("/", "~1"),
                                operationMethod(name),
                                isNamed ? status : "default");
        compare(pointer, answer, sent.equals("HEAD"));
    }

    private void compare(String pointer, Answer answer, boolean isHead) {
        var reference = api.document().at(pointer + "/$ref").asString("");
        var at = reference.isEmpty() ? pointer : reference.substring(1);
        var described = api.document().at(at);
        for (var header : described.path("headers").properties()) {
            if (api.resolved(header.getValue()).path("required").asBoolean(false)) {
                expect(!answer.header(header.getKey()).isEmpty(), answer, "lacks " + header);
            }
        }
        var mayBeEmpty = described.get("description").stringValue().contains("body is empty");
        if (isHead || (answer.body().isEmpty() && mayBeEmpty)) {
            return; // OpenAPI has words for no body, but not for one that may be missing.
        }
        if (!described.has("content")) {
            expect(answer.body().isEmpty(), answer, "has a body: " + answer.body());
            return;
        }
        expect(answer.header("Content-Type").equals("application/json"), answer, "is no JSON");
        body(answer)
                .forEach(body ->
                        api.violations(at + "/content/application~1json/schema", body)
                                .forEach(violation -> expect(false, answer, violation)));
    }

    private List<JsonNode> body(Answer answer) {
        try {
            return List.of(JSON.readTree(answer.body()));
        } catch (JacksonException e) {
            expect(false, answer, e.getMessage());
            return List.of();
        }
    }

    private static String operationMethod(String name) {
        return name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
    }

    private void expect(boolean isSo, Answer answer, String otherwise) {
        if (!isSo) {
            differences.add(
                    "%s %s %d %s"
                            .formatted(
                                    answer.response().request().method(),
                                    answer.response().uri(),
                                    answer.status(),
                                    otherwise));
        }
    }
}
