package dev.serdab.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long a mail that is postponed is tried again: with growing pauses, for three days. Links do
 * not live longer.
 *
 * @param attempts how often it was postponed so far
 * @param postedAt when it was posted
 */
record Patience(int attempts, Instant postedAt) {

    private static final Duration LONGEST = Duration.ofDays(3);

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1));

    boolean hasEndedAt(Instant now) {
        return now.isAfter(postedAt.plus(LONGEST));
    }

    Duration nextPause() {
        return PAUSES.get(Math.min(attempts, PAUSES.size() - 1));
    }
}
