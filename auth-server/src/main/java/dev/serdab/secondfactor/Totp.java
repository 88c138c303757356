package dev.serdab.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by time (RFC 6238), as every authenticator app computes them: HMAC-SHA-1, six
 * digits, steps of 30 seconds.
 */
final class Totp {

    static final int DIGITS = 6;

    private static final int STEP_SECONDS = 30;

    /** How many steps a clock may be off, either way (RFC 6238 §5.2). */
    private static final int DRIFT = 1;

    private Totp() {}

    /** The step whose code this is, at about this time. */
    static OptionalLong step(byte[] seed, String code, Instant now) {
        long current = step(now);
        var found = OptionalLong.empty();
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (isSame(code(seed, step), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step (RFC 4226 §5.3). */
    static String code(byte[] seed, long step) {
        var hash = hash(seed, step);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    private static byte[] hash(byte[] seed, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "RAW"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
