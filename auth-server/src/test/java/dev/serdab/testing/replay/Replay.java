package dev.serdab.testing.replay;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.MailDirectory;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Plays a scenario against a server. */
public class Replay {

    private static final JsonMapper JSON = new JsonMapper();

    private final Http http;
    private final MailDirectory mails;
    private final Consumer<Duration> pause;
    private final Map<String, String> aliases;
    private final Map<String, String> given;

    /**
     * A player.
     *
     * @param mails where the server writes its mails
     * @param pause lets time pass
     * @param aliases older names of paths, by the name that the scenarios use
     * @param given variables that every scenario may use
     */
    public Replay(
            Http http,
            MailDirectory mails,
            Consumer<Duration> pause,
            Map<String, String> aliases,
            Map<String, String> given) {
        this.http = http.with("Accept", "application/json");
        this.mails = mails;
        this.pause = pause;
        this.aliases = aliases;
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
            pause.accept(Duration.ofMillis((long) (1000 * step.path("sleep").asDouble(0))));
            mails.fresh();
            var answer = send(step, variables);
            var letters = mails.fresh();
            var head =
                    "step %d, %s %s: ".formatted(i + 1, text(step, "method"), text(step, "path"));
            var expected = variables.fill(step.get("expect"));
            check(expected, answer).forEach(difference -> differences.add(head + difference));
            SentMail.check(expected.get("mail"), letters)
                    .forEach(difference -> differences.add(head + difference));
            for (var saved : step.path("save").properties()) {
                var source = saved.getValue();
                variables.put(
                        saved.getKey(),
                        source.isString()
                                ? body(answer).at(source.stringValue())
                                : SentMail.find(source.get("mail").stringValue(), letters));
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
        for (var alias : aliases.entrySet()) {
            path = path.replaceFirst(alias.getKey() + "(?=/|$)", alias.getValue());
        }
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

    /** Different each time, of letters that passwords have least: none is like it by chance. */
    private static String run() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 10)
                .chars()
                .map(c -> "bcdfgjkpqrsvwxyz".charAt(Character.digit(c, 16)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
