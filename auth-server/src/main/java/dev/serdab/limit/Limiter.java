package dev.serdab.limit;

import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Counts attempts in fixed windows, each by one conditional UPDATE.
 *
 * <p>What costs something by being done is counted before it is done ({@link #attempt}). Where only
 * failures count, ask first ({@link #look}) and count the failure afterwards.
 */
@Component
public class Limiter {

    private static final int ROUNDS = 5;

    private final JdbcClient db;
    private final Clock clock;

    Limiter(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What became of asking for one more attempt. */
    public sealed interface Attempt {

        /** Go on. */
        record Allowed() implements Attempt {}

        /**
         * Too often.
         *
         * @param retryAfter until the window ends, at least a second
         */
        record Refused(Duration retryAfter) implements Attempt {}
    }

    /**
     * Counts one attempt.
     *
     * @param what the rule, such as {@code sign-in}
     * @param who whom it is counted for; stored as a hash
     */
    public Attempt attempt(String what, String who, Rate rate) {
        var key = key(what, who);
        var now = clock.instant();
        for (int round = 0; round < ROUNDS; round++) {
            if (counted(key, rate, now) || startedAgain(key, rate, now)) {
                return new Attempt.Allowed();
            }
            if (look(key, rate, now) instanceof Attempt.Refused refused) {
                return refused;
            }
            if (started(key, rate, now)) {
                return new Attempt.Allowed();
            }
            // Somebody else started the window just now: count on in it.
        }
        return new Attempt.Refused(Duration.ofSeconds(1));
    }

    /** Whether one more attempt would be allowed, without counting it. */
    public Attempt look(String what, String who, Rate rate) {
        return look(key(what, who), rate, clock.instant());
    }

    private Attempt look(byte[] key, Rate rate, Instant now) {
        return db.sql(
                        """
                        select window_ends_at from rate_limit
                         where key_hash = ? and used >= ? and window_ends_at > ?\
                        """)
                .params(key, rate.times(), SqlTime.of(now))
                .query(OffsetDateTime.class)
                .optional()
                .<Attempt>map(end -> new Attempt.Refused(wait(now, end.toInstant())))
                .orElseGet(Attempt.Allowed::new);
    }

    private boolean counted(byte[] key, Rate rate, Instant now) {
        return db.sql(
                                """
                                update rate_limit set used = used + 1
                                 where key_hash = ? and used < ? and window_ends_at > ?\
                                """)
                        .params(key, rate.times(), SqlTime.of(now))
                        .update()
                == 1;
    }

    private boolean startedAgain(byte[] key, Rate rate, Instant now) {
        return db.sql(
                                """
                                update rate_limit set used = 1, window_ends_at = ?
                                 where key_hash = ? and window_ends_at <= ?\
                                """)
                        .params(SqlTime.of(now.plus(rate.window())), key, SqlTime.of(now))
                        .update()
                == 1;
    }

    private boolean started(byte[] key, Rate rate, Instant now) {
        try {
            return db.sql(
                                    """
                                    insert into rate_limit (key_hash, used, window_ends_at) select ?, 1, ?
                                     where not exists (select 1 from rate_limit where key_hash = ?)\
                                    """)
                            .params(key, SqlTime.of(now.plus(rate.window())), key)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private static Duration wait(Instant now, Instant end) {
        return Duration.between(now, end).plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
    }

    private static byte[] key(String what, String who) {
        return SecretHash.of(what + "\n" + who);
    }
}
