package dev.serdab.demo;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** What somebody sent as the text of a note: fit to keep, or not and why. */
sealed interface NoteText {

    int MOST_CHARACTERS = 1000;

    record Fit(String text) implements NoteText {}

    record Refused(String why) implements NoteText {}

    static NoteText of(@Nullable String text) {
        if (text == null) {
            return new Refused("Send {\"text\": \"…\"}: a note needs a text.");
        }
        if (text.isBlank()) {
            return new Refused("The text is blank: write something.");
        }
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            return new Refused(
                    "The text is too long: %d characters at most.".formatted(MOST_CHARACTERS));
        }
        // Half a surrogate pair is a legal JSON escape, but no answer could carry it back (RFC 8259
        // §8.2).
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return new Refused(
                    "The text is not valid Unicode: an escape \\ud800 to \\udfff stands alone.");
        }
        return new Fit(text);
    }
}
