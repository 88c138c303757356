package dev.serdab.page;

import jakarta.servlet.ServletRequest;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The number of a request: on its error page, in {@code X-Request-Id} and on each line it logs. It
 * is drawn here, never taken from a client, and short enough to read out on the telephone. It is no
 * secret.
 */
public final class RequestId {

    /** The response header. */
    public static final String HEADER = "X-Request-Id";

    /** The name in the logging context, and for templates. */
    static final String NAME = "requestId";

    /** Without the letters and digits that look alike; 30 of them. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 10;

    private RequestId() {}

    /** The number of this request; empty when it never came through the front. */
    public static String of(ServletRequest request) {
        return request.getAttribute(NAME) instanceof String id ? id : "";
    }

    static String give(ServletRequest request) {
        if (of(request).isEmpty()) {
            request.setAttribute(NAME, draw());
        }
        return of(request);
    }

    private static String draw() {
        var id = new StringBuilder(LENGTH);
        ThreadLocalRandom.current()
                .ints(LENGTH, 0, ALPHABET.length())
                .forEach(at -> id.append(ALPHABET.charAt(at)));
        return id.toString();
    }
}
