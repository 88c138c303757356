package dev.serdab.clientlogo;

import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What was fetched, and when what could not be fetched was last asked for. */
@Component
class LogoRows {

    private static final Duration AGAIN = Duration.ofHours(1);

    private final JdbcClient db;
    private final Clock clock;

    LogoRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Picture> find(String clientId, String uri) {
        return db.sql(
                        """
                        select media_type, picture from client_logo
                         where client_id = ? and uri = ? and picture is not null\
                        """)
                .params(clientId, uri)
                .query((row, number) ->
                        new Picture(
                                Objects.requireNonNull(row.getString("media_type")),
                                row.getBytes("picture")))
                .optional();
    }

    /** Whether the caller is the one to fetch it: of several one, and in vain only once an hour. */
    boolean claim(String clientId, String uri) {
        var now = clock.instant();
        int claimed =
                db.sql(
                                """
                                update client_logo
                                   set uri = ?, media_type = null, picture = null, asked_at = ?
                                 where client_id = ?
                                   and (uri <> ? or (picture is null and asked_at <= ?))\
                                """)
                        .params(uri, SqlTime.of(now), clientId, uri, SqlTime.of(now.minus(AGAIN)))
                        .update();
        if (claimed == 1) {
            return true;
        }
        try {
            return db.sql(
                                    """
                                    insert into client_logo (client_id, uri, asked_at) select ?, ?, ?
                                     where not exists (select 1 from client_logo where client_id = ?)\
                                    """)
                            .params(clientId, uri, SqlTime.of(now), clientId)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void keep(String clientId, String uri, Picture picture) {
        db.sql(
                        """
                        update client_logo set media_type = ?, picture = ?
                         where client_id = ? and uri = ?\
                        """)
                .params(picture.type(), picture.bytes(), clientId, uri)
                .update();
    }
}
