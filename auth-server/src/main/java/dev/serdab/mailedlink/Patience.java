package dev.serdab.mailedlink;

import java.time.Duration;

/** Lets an answer take so long that nobody can tell by the time what was done for it. */
public record Patience(long started, Duration least) {

    /** Starts to count. */
    public static Patience of(Duration least) {
        return new Patience(System.nanoTime(), least);
    }

    /** Waits for what is left. */
    public void end() {
        var left = least.minusNanos(System.nanoTime() - started);
        try {
            if (left.isPositive()) {
                Thread.sleep(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
