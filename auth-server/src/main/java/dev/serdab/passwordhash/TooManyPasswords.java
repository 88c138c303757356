package dev.serdab.passwordhash;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * More passwords wait to be hashed than this machine can take. Every border answers 503 with {@code
 * Retry-After}. No transaction is open while a password is hashed, so nothing is rolled back.
 */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class TooManyPasswords extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Seconds a client should wait before it tries again. */
    public static final int RETRY_AFTER_SECONDS = 5;

    TooManyPasswords() {
        super("too many passwords are waiting to be checked", null, false, false);
    }
}
