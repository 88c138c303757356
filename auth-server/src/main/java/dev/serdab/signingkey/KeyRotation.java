package dev.serdab.signingkey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;

/**
 * What time does to keys: the next one is published and takes over, the old one retires, loses its
 * private half, and goes. Every node does it; each step is one statement that only the first wins.
 */
@Component
class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final SigningKeys keys;
    private final KeyRows rows;
    private final KeySuccession succession;
    private final KeyLife life;
    private final Clock clock;

    KeyRotation(
            SigningKeys keys, KeyRows rows, KeySuccession succession, KeyLife life, Clock clock) {
        this.keys = keys;
        this.rows = rows;
        this.succession = succession;
        this.life = life;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void run() {
        keys.reread();
        keys.offered().forEach(this::publishNextInTime);
        for (var entry : keys.ring().entries()) {
            age(entry, clock.instant());
        }
        keys.reread();
    }

    private void publishNextInTime(Algorithm algorithm) {
        var now = clock.instant();
        keys.ring()
                .signer(algorithm, now)
                .map(signer -> end(signer.row()).minus(life.publishAhead()))
                .ifPresentOrElse(
                        due -> {
                            if (!due.isAfter(now)) {
                                succession.publishNext(algorithm);
                            }
                        },
                        () -> succession.ensure(algorithm));
    }

    private void age(KeyRing.Entry entry, Instant now) {
        var ring = keys.ring();
        var row = entry.row();
        switch (ring.state(entry, now)) {
            case PUBLISHED -> {}
            case ACTIVE -> {
                if (!keys.offered().contains(row.algorithm()) && !end(row).isAfter(now)) {
                    retire(row, now);
                }
            }
            case RETIRED, HINTS -> {
                if (row.retiredAt() == null) {
                    ring.retiredSince(entry, now).ifPresent(since -> retire(row, since));
                } else if (ring.isPrivateHalfUseless(entry, now) && rows.forgetPrivateHalf(row)) {
                    log.info("Signing key {} ({}) lost its private half", row.kid(), name(row));
                }
            }
            case ENDED -> {
                if (rows.delete(row)) {
                    log.info(
                            "Signing key {} ({}) was removed: its time is over",
                            row.kid(),
                            name(row));
                }
            }
        }
    }

    private void retire(KeyRow row, Instant since) {
        if (rows.retire(row, since)) {
            log.info("Signing key {} ({}) retired: it only verifies", row.kid(), name(row));
        }
    }

    private Instant end(KeyRow row) {
        return row.activatesAt().plus(life.rotateAfter());
    }

    private static String name(KeyRow row) {
        return row.algorithm().jose();
    }
}
