package dev.serdab.jwt;

import dev.serdab.jwt.Shown.Good;
import dev.serdab.sealing.SecretHash;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Access tokens whose signature was found good a moment ago. A front end sends the same one with
 * every request, and checking the signature costs more than all else; whether it has expired, and
 * whether its account still stands, is asked each time.
 */
class RecentTokens {

    private static final int MOST = 10_000;

    /** A token and the key that signed it. */
    private record Recent(String kid, Good good) {}

    /** By hash, so that no token can be read from memory; the longest unused goes first. */
    private final Map<ByteBuffer, Recent> tokens =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Recent> eldest) {
                    return size() > MOST;
                }
            };

    /** What the token said, if its key is still one of those that are trusted. */
    Optional<Good> find(String token, Predicate<String> trusted) {
        var key = key(token);
        @Nullable Recent found;
        synchronized (tokens) {
            found = tokens.get(key);
        }
        return Optional.ofNullable(found)
                .filter(recent -> trusted.test(recent.kid()))
                .map(Recent::good);
    }

    void remember(String token, String kid, Good good) {
        var key = key(token);
        synchronized (tokens) {
            tokens.put(key, new Recent(kid, good));
        }
    }

    private static ByteBuffer key(String token) {
        return ByteBuffer.wrap(SecretHash.of(token));
    }
}
