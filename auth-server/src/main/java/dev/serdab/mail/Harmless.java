package dev.serdab.mail;

import java.util.regex.Pattern;

/**
 * What strangers wrote, made fit for a mail in our name: they choose what they are called, and at
 * sign-up also who reads it.
 */
final class Harmless {

    /** Line breaks and other control characters, and those that turn the direction of writing. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    private Harmless() {}

    /** The text in one line, which can start no header. */
    static String line(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    /** One line that holds no link: the first URL of a mail is ours. */
    static String words(String text) {
        return line(text).replace("://", ": //");
    }
}
