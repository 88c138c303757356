package dev.serdab.limit;

import org.springframework.boot.convert.DurationStyle;

import java.time.Duration;

/**
 * So many times in so long, written {@code 10/15m}.
 *
 * @param times how often within the window, at least 1
 * @param window counted from the first time
 */
public record Rate(int times, Duration window) {

    /**
     * Reads {@code 10/15m}.
     *
     * @throws IllegalArgumentException when it is written otherwise; its message says how to write
     *     it
     */
    public static Rate of(String text) {
        var parts = text.split("/", 2);
        try {
            var rate =
                    new Rate(
                            Integer.parseInt(parts[0].strip()),
                            DurationStyle.detectAndParse(parts[parts.length - 1].strip()));
            if (parts.length == 2 && rate.times > 0 && rate.window.isPositive()) {
                return rate;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new IllegalArgumentException("a number and a time such as 10/15m");
    }
}
