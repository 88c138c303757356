package dev.serdab.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether mails leave at all, as this node sees it. While they don't, one mail is tried after each
 * pause and all others wait without being touched, so that they leave in order and soon after the
 * mail server is back.
 */
class Reachability {

    private static final Logger log = LoggerFactory.getLogger(Reachability.class);

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1));

    private int failures;
    private Instant pausedUntil = Instant.MIN;

    synchronized boolean isPausedAt(Instant now) {
        return now.isBefore(pausedUntil);
    }

    synchronized void failed(String problem, Instant now) {
        if (failures == 0) {
            log.warn("Mails wait until they can be sent again: {}", problem);
        }
        pausedUntil = now.plus(PAUSES.get(Math.min(failures, PAUSES.size() - 1)));
        failures++;
    }

    synchronized void worked() {
        if (failures > 0) {
            log.info("Mails are sent again");
        }
        failures = 0;
        pausedUntil = Instant.MIN;
    }
}
