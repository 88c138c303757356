package dev.serdab.signingkey;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A key as it is stored.
 *
 * @param generation which of its algorithm's keys: of those that may, the highest signs
 * @param activatesAt from when it may sign
 * @param retiredAt from when it may not any more
 * @param sealedJwk under the label {@code kid}; without its private half once it has retired
 */
record KeyRow(
        String kid,
        Algorithm algorithm,
        int generation,
        Instant createdAt,
        Instant activatesAt,
        @Nullable Instant retiredAt,
        ByteBuffer sealedJwk) {

    /** Whether nothing but its generation decides if it signs. */
    boolean maySignAt(Instant now) {
        return retiredAt == null && !activatesAt.isAfter(now);
    }

    /** Whether it is only published. */
    boolean waitsAt(Instant now) {
        return retiredAt == null && activatesAt.isAfter(now);
    }

    /** Whether it is the same key, though its times may have changed. */
    boolean isSameKeyAs(KeyRow other) {
        return kid.equals(other.kid) && sealedJwk.equals(other.sealedJwk);
    }
}
