package dev.serdab.device;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a device shows and its person types: eight letters that form no words and are not mistaken
 * for each other (RFC 8628 §6.1).
 *
 * @param letters as they are compared
 */
public record UserCode(String letters) {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final int LONGEST_TYPED = 100;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Punct}\\p{Pd}]");
    private static final SecureRandom RANDOM = new SecureRandom();

    static UserCode random() {
        var letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new UserCode(letters.toString());
    }

    /** Reads what somebody typed, in small letters, with or without dashes and spaces. */
    public static Optional<UserCode> typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var letters = BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return FORM.matcher(letters).matches()
                ? Optional.of(new UserCode(letters))
                : Optional.empty();
    }

    /** As it is shown: {@code WDJB-MJHT}. */
    public String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }
}
