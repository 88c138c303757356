package dev.serdab.password;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How like two texts are when only the letters in them count, not their order: twice the letters
 * they share, divided by the letters they have. Python calls it {@code
 * SequenceMatcher.quick_ratio()}.
 */
class Similarity {

    private static final double TOO_LIKE = 0.7;
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

    private Similarity() {}

    /** Whether a password is too like a text about its owner, whole or any word of it. */
    static boolean isTooLike(String password, String about) {
        var lowered = about.toLowerCase(Locale.ROOT);
        var letters = letters(password.toLowerCase(Locale.ROOT));
        return Stream.concat(BETWEEN_WORDS.splitAsStream(lowered), Stream.of(lowered))
                .filter(part -> !part.isEmpty())
                .anyMatch(part -> ratio(letters, letters(part)) >= TOO_LIKE);
    }

    private static double ratio(Map<Integer, Integer> a, Map<Integer, Integer> b) {
        int shared =
                a.entrySet().stream()
                        .mapToInt(entry ->
                                Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0)))
                        .sum();
        return 2.0 * shared / (count(a) + count(b));
    }

    private static int count(Map<Integer, Integer> letters) {
        return letters.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<Integer, Integer> letters(String text) {
        var letters = new HashMap<Integer, Integer>();
        text.codePoints().forEach(letter -> letters.merge(letter, 1, Integer::sum));
        return letters;
    }
}
