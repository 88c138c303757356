package dev.serdab.clientregistration;

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
import java.time.Instant;
import java.util.List;

/** Tokens with which an operator lets somebody register apps (RFC 7591 §1.2). */
@Component
class InitialAccessTokens {

    private final JdbcClient db;
    private final Clock clock;

    InitialAccessTokens(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One as it is kept.
     *
     * @param note for whom it was made
     * @param usesLeft how many apps may still be registered with it
     */
    record Kept(long id, String note, int usesLeft, Instant createdAt, Instant endsAt) {}

    /** Makes one; nobody will see it again. */
    String make(String note, int uses, Duration goodFor) {
        var token = RandomSecret.base64Url();
        var now = clock.instant();
        db.sql(
                        """
                        insert into initial_access_token (token_hash, note, uses_left, created_at, ends_at)
                        values (?, ?, ?, ?, ?)\
                        """)
                .params(
                        SecretHash.of(token),
                        note,
                        uses,
                        SqlTime.of(now),
                        SqlTime.of(now.plus(goodFor)))
                .update();
        return token;
    }

    /** Whether an app may be registered with it now. */
    boolean isGood(String token) {
        return db.sql(
                                """
                                select count(*) from initial_access_token
                                 where token_hash = ? and uses_left > 0 and ends_at > ?\
                                """)
                        .params(SecretHash.of(token), SqlTime.of(clock.instant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Uses it once. Of two apps that come at once with its last use, one gets it. */
    boolean use(String token) {
        return db.sql(
                                """
                                update initial_access_token set uses_left = uses_left - 1
                                 where token_hash = ? and uses_left > 0 and ends_at > ?\
                                """)
                        .params(SecretHash.of(token), SqlTime.of(clock.instant()))
                        .update()
                == 1;
    }

    /** Those that are good for something, the newest first. */
    List<Kept> all() {
        return db.sql(
                        """
                        select id, note, uses_left, created_at, ends_at from initial_access_token
                         where uses_left > 0 and ends_at > ? order by id desc\
                        """)
                .param(SqlTime.of(clock.instant()))
                .query((row, number) ->
                        new Kept(
                                row.getLong("id"),
                                row.getString("note"),
                                row.getInt("uses_left"),
                                SqlTime.read(row, "created_at"),
                                SqlTime.read(row, "ends_at")))
                .list();
    }

    /** Ends one; apps that came with it stay. */
    boolean remove(long id) {
        return db.sql("delete from initial_access_token where id = ?").param(id).update() == 1;
    }

    @Configuration(proxyBeanMethods = false)
    static class Retention {

        @Bean
        ExpiringTable endedInitialAccessTokens() {
            return new ExpiringTable("initial_access_token", "id", "ends_at");
        }
    }
}
