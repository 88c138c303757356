package dev.serdab.testing.replay;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scenario's {@code {names}} stand for. */
class Variables {

    private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

    private final Map<String, JsonNode> values = new HashMap<>();

    void put(String name, JsonNode value) {
        values.put(name, value);
    }

    void put(String name, String value) {
        put(name, JsonNodeFactory.instance.stringNode(value));
    }

    /** The text with every known name replaced. */
    String fill(String text) {
        return fill(text, UnaryOperator.identity());
    }

    /**
     * A JSON value with every text in it filled; a text that is one name keeps the value's type.
     */
    JsonNode fill(JsonNode json) {
        if (json.isString()) {
            var text = json.stringValue();
            var whole = NAME.matcher(text);
            if (whole.matches() && values.containsKey(whole.group(1))) {
                return values.get(whole.group(1));
            }
            return JsonNodeFactory.instance.stringNode(fill(text));
        }
        if (json.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> list.add(fill(item)));
            return list;
        }
        if (json.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            json.properties()
                    .forEach(member ->
                            object.set(
                                    member.getKey(),
                                    member.getKey().equals("$re")
                                            ? pattern(member.getValue().stringValue())
                                            : fill(member.getValue())));
            return object;
        }
        return json;
    }

    private JsonNode pattern(String regex) {
        return JsonNodeFactory.instance.stringNode(fill(regex, Pattern::quote));
    }

    private String fill(String text, UnaryOperator<String> quote) {
        return NAME.matcher(text)
                .replaceAll(found -> {
                    var value = values.get(found.group(1));
                    return Matcher.quoteReplacement(
                            value == null ? found.group() : quote.apply(value.asString()));
                });
    }
}
