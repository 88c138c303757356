package dev.serdab.testing.replay;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plays a scenario against a server. What it says of mail is not looked at. */
public class Replay {

    private static final JsonMapper JSON = new JsonMapper();

    private final Http http;
    private final Map<String, String> given;

    /**
     * A player.
     *
     * @param given variables that every scenario may use
     */
    public Replay(Http http, Map<String, String> given) {
        this.http = http.with("Accept", "application/json");
        this.given = given;
    }

    /** What differs, a line each. */
    public List<String> play(Scenario scenario) {
        var variables = new Variables();
        given.forEach(variables::put);
        variables.put("run", run());
        var differences = new ArrayList<String>();
        for (int i = 0; i < scenario.steps().size(); i++) {
            var step = scenario.steps().get(i);
            var answer = send(step, variables);
            var head =
                    "step %d, %s %s: ".formatted(i + 1, text(step, "method"), text(step, "path"));
            check(variables.fill(step.get("expect")), answer)
                    .forEach(difference -> differences.add(head + difference));
            for (var saved : step.path("save").properties()) {
                variables.put(saved.getKey(), body(answer).at(saved.getValue().stringValue()));
            }
        }
        return differences;
    }

    private Answer send(JsonNode step, Variables variables) {
        var sender = http;
        for (var header : step.path("headers").properties()) {
            sender = sender.with(header.getKey(), variables.fill(header.getValue().stringValue()));
        }
        if (step.has("auth")) {
            sender = sender.with("Authorization", variables.fill(text(step, "auth")));
        }
        var path = variables.fill(text(step, "path"));
        var method = text(step, "method");
        if (step.has("json")) {
            return sender.send(
                    method,
                    path,
                    step.path("type").asString("application/json"),
                    variables.fill(step.get("json")).toString());
        }
        if (step.has("form")) {
            return sender.send(
                    method,
                    path,
                    step.path("type").asString("application/x-www-form-urlencoded"),
                    form(variables.fill(step.get("form"))));
        }
        if (step.has("raw")) {
            return sender.send(
                    method,
                    path,
                    step.path("type").asString("application/json"),
                    variables.fill(text(step, "raw")));
        }
        return sender.send(method, path, null, "");
    }

    private static List<String> check(JsonNode expected, Answer answer) {
        var status = expected.get("status").intValue();
        if (answer.status() != status) {
            return List.of(
                    "expected %d, got %d with %s"
                            .formatted(status, answer.status(), answer.body()));
        }
        var differences = new ArrayList<String>();
        for (var header : expected.path("headers").properties()) {
            var actual = answer.response().headers().allValues(header.getKey());
            var wanted = header.getValue();
            var isSame =
                    wanted.isNull()
                            ? actual.isEmpty()
                            : set(wanted.stringValue()).equals(set(String.join(",", actual)));
            if (!isSame) {
                differences.add(
                        "%s: expected %s, got %s".formatted(header.getKey(), wanted, actual));
            }
        }
        if (expected.has("body")) {
            differences.addAll(Comparison.of(expected.get("body"), body(answer)));
        }
        return differences;
    }

    private static Set<String> set(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable JsonNode body(Answer answer) {
        return answer.body().isEmpty() ? null : JSON.readTree(answer.body());
    }

    private static String form(JsonNode fields) {
        return Http.form(
                fields.properties().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, field -> field.getValue().asString())));
    }

    private static String text(JsonNode step, String name) {
        return step.get(name).stringValue();
    }

    /** Different each time; letters only, so that no password of digits is like it by chance. */
    private static String run() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 10)
                .chars()
                .map(c -> c <= '9' ? c - '0' + 'g' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
