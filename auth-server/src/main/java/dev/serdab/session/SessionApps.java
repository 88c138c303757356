package dev.serdab.session;

import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which apps were given something in a session and want to hear when it ends. */
@Component
public class SessionApps {

    private final JdbcClient db;
    private final Clock clock;
    private final SessionSettings settings;

    SessionApps(JdbcClient db, Clock clock, SessionSettings settings) {
        this.db = db;
        this.clock = clock;
        this.settings = settings;
    }

    /** Notes an app. No transaction may be open: two at once clash, and one of them is enough. */
    public void note(BrowserSession session, String clientId) {
        int known =
                db.sql("update session_app set ends_at = ? where session_id = ? and client_id = ?")
                        .params(SqlTime.of(latestEnd()), session.id(), clientId)
                        .update();
        if (known == 0) {
            insert(session, clientId);
        }
    }

    /** The apps of a session, by client id. */
    public List<String> of(UUID session) {
        return db.sql("select client_id from session_app where session_id = ? order by client_id")
                .param(session)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The same, once: they are forgotten. */
    public List<String> take(UUID session) {
        var apps = of(session);
        db.sql("delete from session_app where session_id = ?").param(session).update();
        return apps;
    }

    /** The session lasts longer than was thought. */
    void keep(UUID session) {
        db.sql("update session_app set ends_at = ? where session_id = ?")
                .params(SqlTime.of(latestEnd()), session)
                .update();
    }

    private void insert(BrowserSession session, String clientId) {
        try {
            db.sql(
                            """
                            insert into session_app (id, session_id, client_id, ends_at)
                            values (?, ?, ?, ?)\
                            """)
                    .params(UUID.randomUUID(), session.id(), clientId, SqlTime.of(latestEnd()))
                    .update();
        } catch (DuplicateKeyException e) {
            // It was noted at the same moment.
        }
    }

    private Instant latestEnd() {
        return clock.instant().plus(settings.lifetime());
    }
}
