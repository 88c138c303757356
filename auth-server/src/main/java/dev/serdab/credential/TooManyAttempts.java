package dev.serdab.credential;

import java.time.Duration;

/**
 * Somebody who is signed in gave a wrong current password too often. Every border answers 429 with
 * {@code Retry-After}. No transaction is open while a password is checked, so nothing is rolled
 * back.
 */
public class TooManyAttempts extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    TooManyAttempts(Duration retryAfter) {
        super("too many wrong passwords", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** How long to wait, at least a second. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
