package dev.serdab.jwt;

import dev.serdab.jwt.Shown.Good;
import dev.serdab.sealing.SecretHash;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Access tokens whose signature was found good a moment ago. A front end sends the same one with
 * every request, and checking the signature costs more than all else; whether it has expired, and
 * whether its account still stands, is asked each time.
 */
class RecentTokens {

    private static final int MOST = 10_000;

    /** By hash, so that no token can be read from memory; the longest unused goes first. */
    private final Map<ByteBuffer, Good> tokens =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Good> eldest) {
                    return size() > MOST;
                }
            };

    Optional<Good> find(String token) {
        var key = key(token);
        synchronized (tokens) {
            return Optional.ofNullable(tokens.get(key));
        }
    }

    void remember(String token, Good good) {
        var key = key(token);
        synchronized (tokens) {
            tokens.put(key, good);
        }
    }

    private static ByteBuffer key(String token) {
        return ByteBuffer.wrap(SecretHash.of(token));
    }
}
