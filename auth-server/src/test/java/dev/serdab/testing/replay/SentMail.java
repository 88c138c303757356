package dev.serdab.testing.replay;

import dev.serdab.testing.MailDirectory.Letter;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.regex.Pattern;

/** What a scenario says of the mails that a step sent; the last of them counts. */
class SentMail {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SentMail() {}

    /**
     * Compares.
     *
     * @param expected is {@code null} when mail is not looked at, and JSON's null when none is sent
     */
    static List<String> check(@Nullable JsonNode expected, List<Letter> letters) {
        if (expected == null || (expected.isNull() && letters.isEmpty())) {
            return List.of();
        }
        if (expected.isNull() || letters.isEmpty()) {
            return List.of("expected mail %s, got %s".formatted(expected, letters));
        }
        var letter = letters.getLast();
        var actual = NODES.objectNode();
        actual.put("to", letter.to());
        actual.put("from", letter.from());
        actual.put("subject", letter.subject());
        actual.put("link", letter.link().isEmpty() ? null : letter.link());
        return Comparison.of(expected, actual);
    }

    /** The first group of a pattern in the text. */
    static JsonNode find(String pattern, List<Letter> letters) {
        if (letters.isEmpty()) {
            throw new AssertionError("no mail was sent");
        }
        var found = Pattern.compile(pattern).matcher(letters.getLast().text());
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + letters);
        }
        return NODES.stringNode(found.group(1));
    }
}
