package dev.serdab.signingkey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All keys as they were in the database a moment ago. Which does what is a question of the time, so
 * that all nodes change at the same moment and none has to be told.
 *
 * @param entries the highest generation of an algorithm first
 */
record KeyRing(List<Entry> entries, Duration retiredFor, Duration keptFor) {

    /** How long after it has retired a key may still sign at a node that has not heard of it. */
    private static final Duration HEARD_WITHIN = Duration.ofHours(1);

    /** A key, stored and ready. */
    record Entry(KeyRow row, SigningKey key) {}

    /** The key that signs. */
    Optional<Entry> signer(Algorithm algorithm, Instant now) {
        return entries.stream()
                .filter(entry -> entry.row().algorithm() == algorithm)
                .filter(entry -> entry.row().maySignAt(now) && entry.key().isWhole())
                .findFirst();
    }

    /** The key of this name, if it is to be verified with. */
    Optional<Entry> find(String kid, Instant now) {
        return entries.stream()
                .filter(entry -> entry.row().kid().equals(kid))
                .filter(entry -> state(entry, now) != KeyState.ENDED)
                .findFirst();
    }

    KeyState state(Entry entry, Instant now) {
        if (entry.row().waitsAt(now) && !isSuperseded(entry, now)) {
            return KeyState.PUBLISHED;
        }
        var since = retiredSince(entry, now).orElse(null);
        if (since == null) {
            return KeyState.ACTIVE;
        }
        if (since.plus(retiredFor).isAfter(now)) {
            return KeyState.RETIRED;
        }
        return since.plus(keptFor).isAfter(now) ? KeyState.HINTS : KeyState.ENDED;
    }

    /** Since when it does not sign, if it has signed. */
    Optional<Instant> retiredSince(Entry entry, Instant now) {
        var retiredAt = entry.row().retiredAt();
        if (retiredAt != null) {
            return Optional.of(retiredAt);
        }
        return isSuperseded(entry, now)
                ? signer(entry.row().algorithm(), now).map(signer -> signer.row().activatesAt())
                : Optional.empty();
    }

    /** Whether it keeps a private half that no node needs. */
    boolean isPrivateHalfUseless(Entry entry, Instant now) {
        return entry.key().isWhole()
                && entry.row().retiredAt() != null
                && !entry.row().retiredAt().plus(HEARD_WITHIN).isAfter(now);
    }

    /** Whether a key of a higher generation signs. */
    boolean isSuperseded(Entry entry, Instant now) {
        return signer(entry.row().algorithm(), now)
                .filter(signer -> signer.row().generation() > entry.row().generation())
                .isPresent();
    }
}
