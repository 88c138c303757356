package dev.serdab.mail;

import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What lies in the outbox, for whoever looks into it. */
@Component
class OutboxContents {

    private static final String COLUMNS = "id, kind, recipient, state, problem, posted_at";

    private final JdbcClient db;

    OutboxContents(JdbcClient db) {
        this.db = db;
    }

    /**
     * A mail as it may be shown to anyone who runs the server.
     *
     * @param problem why it was not sent, or not yet
     */
    record Entry(
            UUID id,
            String kind,
            String recipient,
            MailState state,
            @Nullable String problem,
            Instant postedAt) {}

    /** How many mails are to be sent. */
    int waiting() {
        return db.sql("select count(*) from mail_outbox where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    /** When the oldest mail was posted that is to be sent. */
    Optional<Instant> oldestWaiting() {
        return db.sql(
                        """
                        select posted_at from mail_outbox where state = 'WAITING'
                         order by posted_at limit 1\
                        """)
                .query((row, number) -> SqlTime.read(row, "posted_at"))
                .optional();
    }

    /** The newest mails, newest first. */
    List<Entry> latest(int most) {
        return db.sql("select " + COLUMNS + " from mail_outbox order by posted_at desc limit ?")
                .param(most)
                .query(OutboxContents::entry)
                .list();
    }

    Optional<Entry> find(UUID id) {
        return db.sql("select " + COLUMNS + " from mail_outbox where id = ?")
                .param(id)
                .query(OutboxContents::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("recipient"),
                MailState.valueOf(row.getString("state")),
                row.getString("problem"),
                SqlTime.read(row, "posted_at"));
    }
}
