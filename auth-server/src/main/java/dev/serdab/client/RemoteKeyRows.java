package dev.serdab.client;

import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What clients showed at their {@code jwks_uri}, for all nodes. */
@Component
class RemoteKeyRows {

    private static final Duration SELDOM = Duration.ofSeconds(30);

    /** After a day of silence nobody knows whose keys they are. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int LOOKS = 25;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final JdbcClient db;
    private final Clock clock;

    RemoteKeyRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A JWK Set, and when it was fetched. */
    record Kept(String jwks, Instant fetchedAt) {}

    /** What was fetched from there within the last day. */
    Optional<Kept> find(String clientId, String uri) {
        return db.sql(
                        """
                        select jwks, fetched_at from client_jwks
                         where client_id = ? and uri = ? and fetched_at > ?\
                        """)
                .params(clientId, uri, SqlTime.of(clock.instant().minus(LONGEST)))
                .query((row, number) ->
                        new Kept(row.getString("jwks"), SqlTime.read(row, "fetched_at")))
                .optional();
    }

    /** Whether the caller is the one to fetch them now. */
    boolean claim(String clientId, String uri) {
        var now = clock.instant();
        int claimed =
                db.sql(
                                """
                                update client_jwks set asked_at = ? where client_id = ? and asked_at <= ?\
                                """)
                        .params(SqlTime.of(now), clientId, SqlTime.of(now.minus(SELDOM)))
                        .update();
        if (claimed == 1) {
            return true;
        }
        try {
            return db.sql(
                                    """
                                    insert into client_jwks (client_id, uri, asked_at) select ?, ?, ?
                                     where not exists (select 1 from client_jwks where client_id = ?)\
                                    """)
                            .params(clientId, uri, SqlTime.of(now), clientId)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** What was found. */
    void keep(String clientId, String uri, String jwks) {
        db.sql("update client_jwks set uri = ?, jwks = ?, fetched_at = ? where client_id = ?")
                .params(uri, jwks, SqlTime.of(clock.instant()), clientId)
                .update();
    }

    /** Waits while somebody else is fetching them. */
    void awaitOther(String clientId, String uri) {
        for (int look = 0; look < LOOKS && isBeingFetched(clientId, uri); look++) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isBeingFetched(String clientId, String uri) {
        return db.sql(
                                """
                                select count(*) from client_jwks
                                 where client_id = ? and uri = ? and asked_at > ?
                                   and (fetched_at is null or fetched_at < asked_at)\
                                """)
                        .params(clientId, uri, SqlTime.of(clock.instant().minusSeconds(5)))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
