package dev.serdab.clientregistration;

import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which documents were fetched, and for how long each is believed. */
@Component
class DocumentRows {

    /** A document that could not be had is asked for again after so long. */
    private static final Duration SELDOM = Duration.ofSeconds(30);

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    DocumentRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A document that was good when it was fetched.
     *
     * @param freshUntil when it is to be fetched again
     * @param endsAt until when it is believed if it cannot be
     */
    record Kept(Instant freshUntil, Instant endsAt) {}

    Optional<Kept> find(String clientId) {
        return db.sql(
                        """
                        select fresh_until, ends_at from client_document
                         where client_id = ? and fresh_until is not null\
                        """)
                .param(clientId)
                .query((row, number) ->
                        new Kept(SqlTime.read(row, "fresh_until"), SqlTime.read(row, "ends_at")))
                .optional();
    }

    /** Whether the caller is the one to fetch it now. */
    boolean claim(String clientId) {
        var now = clock.instant();
        int claimed =
                db.sql(
                                """
                                update client_document set asked_at = ?
                                 where client_id = ? and asked_at <= ?\
                                """)
                        .params(SqlTime.of(now), clientId, SqlTime.of(now.minus(SELDOM)))
                        .update();
        if (claimed == 1) {
            return true;
        }
        try {
            return db.sql(
                                    """
                                    insert into client_document (client_id, asked_at, purge_at) select ?, ?, ?
                                     where not exists
                                       (select 1 from client_document where client_id = ?)\
                                    """)
                            .params(clientId, SqlTime.of(now), SqlTime.of(now.plus(KEPT)), clientId)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void keep(String clientId, Kept kept) {
        db.sql(
                        """
                        update client_document set fresh_until = ?, ends_at = ?, purge_at = ?
                         where client_id = ?\
                        """)
                .params(
                        SqlTime.of(kept.freshUntil()),
                        SqlTime.of(kept.endsAt()),
                        SqlTime.of(kept.endsAt()),
                        clientId)
                .update();
    }

    /** Some that it is time to look at. */
    List<String> due(int most) {
        return db.sql(
                        """
                        select client_id from client_document where purge_at < ?
                         order by purge_at limit ?\
                        """)
                .params(SqlTime.of(clock.instant()), most)
                .query((row, number) -> row.getString(1))
                .list();
    }

    void remove(String clientId) {
        db.sql("delete from client_document where client_id = ?").param(clientId).update();
    }

    /** Looks at it again in a day. */
    void postpone(String clientId) {
        db.sql("update client_document set purge_at = ? where client_id = ?")
                .params(SqlTime.of(clock.instant().plus(KEPT)), clientId)
                .update();
    }
}
