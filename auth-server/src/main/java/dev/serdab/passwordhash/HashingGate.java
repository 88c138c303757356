package dev.serdab.passwordhash;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets at most half the cores (at least one) hash at once, and a short queue wait, so that a storm
 * of log-ins does not starve token traffic.
 */
@Component
class HashingGate {

    private static final int WAITING_PER_PLACE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int places = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private final Semaphore free = new Semaphore(places, true);
    private final AtomicInteger inside = new AtomicInteger();

    /**
     * Runs the work when it is its turn.
     *
     * @throws TooManyPasswords when the queue is full, or the turn did not come in time
     */
    <T> T pass(Supplier<T> work) {
        try {
            if (inside.incrementAndGet() > places * (1 + WAITING_PER_PLACE)
                    || !free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyPasswords();
            }
        } catch (InterruptedException e) {
            inside.decrementAndGet();
            Thread.currentThread().interrupt();
            throw new TooManyPasswords();
        } catch (TooManyPasswords e) {
            inside.decrementAndGet();
            throw e;
        }
        try {
            return work.get();
        } finally {
            free.release();
            inside.decrementAndGet();
        }
    }
}
