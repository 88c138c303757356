package dev.serdab.signingkey;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes keys. Two nodes that do the same at once make one: an algorithm's generations are unique.
 */
@Component
class KeySuccession {

    private static final Logger log = LoggerFactory.getLogger(KeySuccession.class);

    private static final int ATTEMPTS = 5;

    private final KeyRows rows;
    private final KeyLife life;
    private final Clock clock;

    KeySuccession(KeyRows rows, KeyLife life, Clock clock) {
        this.rows = rows;
        this.life = life;
        this.clock = clock;
    }

    /** Some key of the algorithm signs. */
    void ensure(Algorithm algorithm) {
        ensureAnotherThan(null, algorithm);
    }

    /** A key other than this one signs: one that waited for it, or a new one. */
    void replace(KeyRow old) {
        ensureAnotherThan(old, old.algorithm());
    }

    /** The next key is published, unless it is already. */
    void publishNext(Algorithm algorithm) {
        var all = rows.of(algorithm);
        if (waiting(all, null).isEmpty()) {
            make(algorithm, all, clock.instant().plus(life.publishAhead()));
        }
    }

    private void ensureAnotherThan(@Nullable KeyRow old, Algorithm algorithm) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var now = clock.instant();
            var all = rows.of(algorithm);
            if (all.stream().anyMatch(row -> row.maySignAt(now) && isAbove(old, row))) {
                return;
            }
            waiting(all, old).ifPresentOrElse(this::activate, () -> make(algorithm, all, now));
        }
        throw new IllegalStateException("no key could be made for " + algorithm.jose());
    }

    private static boolean isAbove(@Nullable KeyRow old, KeyRow row) {
        return old == null || row.generation() > old.generation();
    }

    private Optional<KeyRow> waiting(List<KeyRow> all, @Nullable KeyRow above) {
        var now = clock.instant();
        return all.stream()
                .filter(row -> isAbove(above, row))
                .takeWhile(row -> !row.maySignAt(now))
                .filter(row -> row.waitsAt(now))
                .findFirst();
    }

    /**
     * Its generation follows from what the decision to make it followed from, so that only one can.
     */
    private void make(Algorithm algorithm, List<KeyRow> all, Instant activatesAt) {
        var jwk = KeyForms.jwk(null, algorithm, algorithm.generate());
        int generation = KeyRows.next(all);
        if (rows.add(jwk, algorithm, generation, activatesAt, null)) {
            log.info(
                    "Signing key {} ({}) was made and signs from {}",
                    jwk.getKeyID(),
                    algorithm.jose(),
                    activatesAt);
        }
    }

    private void activate(KeyRow row) {
        if (rows.activate(row)) {
            log.info("Signing key {} ({}) signs now", row.kid(), row.algorithm().jose());
        }
    }
}
