package dev.serdab.testing.replay;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Compares JSON with what a scenario expects, where {@code $any} and the like are matchers. */
class Comparison {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> differences = new ArrayList<>();

    static List<String> of(JsonNode expected, @Nullable JsonNode actual) {
        var comparison = new Comparison();
        comparison.compare(expected, actual, "body");
        return comparison.differences;
    }

    private void compare(JsonNode expected, @Nullable JsonNode actual, String where) {
        if (!expected.isObject()) {
            compareValue(expected, actual, where);
        } else if (expected.has("$empty")) {
            check(actual == null, expected, actual, where);
        } else if (actual == null) {
            check(false, expected, null, where);
        } else if (expected.has("$any")) {
            check(isOfType(expected.get("$any").stringValue(), actual), expected, actual, where);
        } else if (expected.has("$re")) {
            var pattern = Pattern.compile(expected.get("$re").stringValue(), Pattern.DOTALL);
            var matches = actual.isString() && pattern.matcher(actual.stringValue()).matches();
            check(matches, expected, actual, where);
        } else if (expected.has("$str")) {
            var text = expected.get("$str").asString();
            check(actual.isString() && actual.stringValue().equals(text), expected, actual, where);
        } else if (expected.has("$jwt")) {
            compareJwt(expected, actual, where);
        } else if (expected.has("$contains")) {
            for (var wanted : expected.get("$contains")) {
                var isThere =
                        actual.valueStream()
                                .anyMatch(item -> Comparison.of(wanted, item).isEmpty());
                check(isThere, wanted, actual, where);
            }
        } else {
            var names = new LinkedHashSet<>(expected.propertyNames());
            names.addAll(actual.propertyNames());
            for (var name : names) {
                if (expected.has(name)) {
                    compare(expected.get(name), actual.get(name), where + "." + name);
                } else {
                    differences.add("%s.%s is too much: %s".formatted(where, name, actual));
                }
            }
        }
    }

    private void compareValue(JsonNode expected, @Nullable JsonNode actual, String where) {
        if (expected.isArray() && actual != null && actual.isArray()) {
            check(expected.size() == actual.size(), expected, actual, where);
            for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
                compare(expected.get(i), actual.get(i), where + "[" + i + "]");
            }
        } else {
            var isSame =
                    actual != null
                            && ((expected.isIntegralNumber() && actual.isIntegralNumber())
                                    ? expected.longValue() == actual.longValue()
                                    : expected.equals(actual));
            check(isSame, expected, actual, where);
        }
    }

    private void compareJwt(JsonNode expected, JsonNode actual, String where) {
        var parts = actual.asString("").split("\\.", -1);
        if (parts.length != 3) {
            check(false, expected, actual, where);
            return;
        }
        var claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        for (var claim : expected.get("$jwt").properties()) {
            compare(claim.getValue(), claims.get(claim.getKey()), where + "." + claim.getKey());
        }
        if (expected.has("lifetime")) {
            var lifetime = claims.get("exp").longValue() - claims.get("iat").longValue();
            check(lifetime == expected.get("lifetime").longValue(), expected, claims, where);
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "int" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "bool" -> value.isBoolean();
            case "list" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> true;
        };
    }

    private void check(boolean isGood, JsonNode expected, @Nullable JsonNode actual, String where) {
        if (!isGood) {
            differences.add("%s: expected %s, got %s".formatted(where, expected, actual));
        }
    }
}
