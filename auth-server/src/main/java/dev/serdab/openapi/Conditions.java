package dev.serdab.openapi;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Leaves out of YAML what the settings have switched off. A line that ends in {@code # if
 * jwt.blacklist-endpoint} stays, with all lines indented below it, while that setting is true; with
 * {@code or} between several, one is enough. {@code # unless account-api.token-model=none} stays
 * while that setting has another value.
 */
class Conditions {

    private static final Pattern CONDITION = Pattern.compile(" # (if|unless) (\\S+(?: or \\S+)*)$");

    /** Otherwise, how far the line is indented that is left out with all below it. */
    private static final int NOTHING = -1;

    private Conditions() {}

    /**
     * Applies them.
     *
     * @param isSo whether {@code name} is true, or {@code name=value}
     */
    static String apply(String yaml, Predicate<String> isSo) {
        var kept = new StringJoiner("\n", "", "\n");
        int leftOut = NOTHING;
        for (var line : yaml.lines().toList()) {
            if (leftOut != NOTHING && (line.isBlank() || indent(line) > leftOut)) {
                continue;
            }
            leftOut = NOTHING;
            var condition = CONDITION.matcher(line);
            if (!condition.find()) {
                kept.add(line);
            } else if (holds(condition.group(1), condition.group(2), isSo)) {
                kept.add(line.substring(0, condition.start()));
            } else {
                leftOut = indent(line);
            }
        }
        return kept.toString();
    }

    private static boolean holds(String word, String settings, Predicate<String> isSo) {
        return word.equals("if") == Arrays.stream(settings.split(" or ")).anyMatch(isSo);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
