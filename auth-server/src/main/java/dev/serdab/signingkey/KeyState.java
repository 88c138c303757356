package dev.serdab.signingkey;

import java.util.Locale;

/** Where in its life a key is. */
enum KeyState {
    /** In the JWK Set; will sign. */
    PUBLISHED,
    /** Signs. */
    ACTIVE,
    /** Was active; in the JWK Set, verifies. */
    RETIRED,
    /** Out of the JWK Set; verifies ID tokens that come back as a hint. */
    HINTS,
    /** Good for nothing; about to be deleted. */
    ENDED;

    boolean isPublished() {
        return this == PUBLISHED || this == ACTIVE || this == RETIRED;
    }

    /** As operators read it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
