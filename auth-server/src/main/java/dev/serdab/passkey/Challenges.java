package dev.serdab.passkey;

import dev.serdab.cleanup.ExpiringTable;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.Seal;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a passkey must sign: good for one purpose, one holder, a short time, and once.
 *
 * <p>It is sealed and kept nowhere until it is answered. So every node takes every other's, and
 * whoever opens sign-in pages by the million fills no table.
 */
@Component
class Challenges {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Seal seal;
    private final JdbcClient db;
    private final Clock clock;

    Challenges(Seal seal, JdbcClient db, Clock clock) {
        this.seal = seal;
        this.db = db;
        this.clock = clock;
    }

    /** What a challenge is for. */
    enum Purpose {
        SIGN_IN,
        MAKE
    }

    /** What a challenge that came back is worth. */
    enum Worth {
        GOOD,
        /** It was made for another purpose or another holder, or not by us. */
        FOREIGN,
        /** It was good. */
        OVER
    }

    /**
     * Makes one, in base64url.
     *
     * @param holder who must bring it back: a browser, or a session
     */
    String make(Purpose purpose, String holder) {
        var end = clock.instant().plus(LIFETIME).getEpochSecond();
        var random = RandomSecret.base64Url().getBytes(StandardCharsets.US_ASCII);
        var plain = ByteBuffer.allocate(Long.BYTES + random.length).putLong(end).put(random);
        return Base64Url.of(seal.close(plain.array(), label(purpose, holder)));
    }

    /** Looks at one without using it up. */
    Worth look(Purpose purpose, String holder, byte[] challenge) {
        return end(purpose, holder, challenge)
                .map(end -> end.isAfter(clock.instant()) ? Worth.GOOD : Worth.OVER)
                .orElse(Worth.FOREIGN);
    }

    /**
     * Uses one up that is good. The primary key decides between two that come at once; no
     * transaction may be open, as losing would break it.
     *
     * @return whether nobody did before
     */
    boolean use(byte[] challenge) {
        try {
            db.sql("insert into answered_challenge (hash, ends_at) values (?, ?)")
                    .params(
                            SecretHash.of(Base64Url.of(challenge)),
                            SqlTime.of(clock.instant().plus(LIFETIME)))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private Optional<Instant> end(Purpose purpose, String holder, byte[] challenge) {
        return seal.openIfOurs(challenge, label(purpose, holder))
                .map(plain -> Instant.ofEpochSecond(ByteBuffer.wrap(plain).getLong()));
    }

    private static String label(Purpose purpose, String holder) {
        return "passkey challenge " + purpose + " " + holder;
    }

    @Configuration(proxyBeanMethods = false)
    static class Ended {

        @Bean
        ExpiringTable answeredChallenges() {
            return new ExpiringTable("answered_challenge", "hash", "ends_at");
        }
    }
}
