package dev.serdab.recent;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Values that were found in the last five seconds. Another node's change is seen after that time at
 * the latest, one of this node's as soon as it was said to be {@link #changed}.
 *
 * <p>What was not found is asked for again, so that nobody fills this with names he made up.
 *
 * @param <K> what a value is found by
 * @param <V> the value, which must never change itself
 */
public final class Recent<K, V> {

    /** The oldest that an answer may be. */
    public static final Duration AGE = Duration.ofSeconds(5);

    private static final int MOST = 1_000;

    private record Found<V>(V value, Instant at) {}

    private final InstantSource clock;
    private final Map<K, Found<V>> values = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    public Recent(InstantSource clock) {
        this.clock = clock;
    }

    /** The value that was found recently, or what this look-up finds. */
    public Optional<V> find(K key, Function<K, Optional<V>> lookUp) {
        var now = clock.instant();
        var recent = values.get(key);
        if (recent != null && isRecent(recent, now)) {
            return Optional.of(recent.value());
        }
        long before = changes.get();
        var found = lookUp.apply(key);
        found.ifPresent(value -> keep(key, new Found<>(value, now), before));
        return found;
    }

    /**
     * Forgets everything: now, and in a transaction once more when it ends, for until then others
     * still find what was there before.
     */
    public void changed() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            forget();
                        }
                    });
        }
    }

    private void forget() {
        changes.incrementAndGet();
        values.clear();
    }

    private void keep(K key, Found<V> found, long before) {
        if (values.size() >= MOST) {
            values.clear();
        }
        values.put(key, found);
        // It may have been read before a change and arrived after it.
        if (changes.get() != before) {
            values.remove(key, found);
        }
    }

    /** Neither old nor from the future, should the clock have been set back. */
    private static boolean isRecent(Found<?> found, Instant now) {
        return !found.at().isAfter(now) && now.isBefore(found.at().plus(AGE));
    }
}
