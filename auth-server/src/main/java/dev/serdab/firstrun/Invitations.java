package dev.serdab.firstrun;

import dev.serdab.cleanup.ExpiringTable;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/** One-time links for the first administrator. */
@Component
class Invitations {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    /** What makes a link good, in SQL; its parameters are the hash and the time. */
    private static final String GOOD =
            """
            token_hash = ? and used_at is null and ends_at > ?
             and not exists (select 1 from account where is_admin and is_active)\
            """;

    private final JdbcClient db;
    private final Clock clock;

    Invitations(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A new link's token. */
    String issue() {
        var token = RandomSecret.base64Url();
        db.sql("insert into administrator_invitation (token_hash, ends_at) values (?, ?)")
                .params(SecretHash.of(token), SqlTime.of(clock.instant().plus(LIFETIME)))
                .update();
        return token;
    }

    /** Whether a link can still be used. */
    boolean isGood(String token) {
        return db.sql("select count(*) from administrator_invitation where " + GOOD)
                        .params(SecretHash.of(token), SqlTime.of(clock.instant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Uses a link up. Of two at once, one gets {@code true}. */
    boolean use(String token) {
        return db.sql("update administrator_invitation set used_at = ? where " + GOOD)
                        .params(
                                SqlTime.of(clock.instant()),
                                SecretHash.of(token),
                                SqlTime.of(clock.instant()))
                        .update()
                == 1;
    }

    /** Makes a link good again whose use led to nothing. */
    void giveBack(String token) {
        db.sql("update administrator_invitation set used_at = null where token_hash = ?")
                .param(SecretHash.of(token))
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Ended {

        @Bean
        ExpiringTable endedInvitations() {
            return new ExpiringTable("administrator_invitation", "token_hash", "ends_at");
        }
    }
}
