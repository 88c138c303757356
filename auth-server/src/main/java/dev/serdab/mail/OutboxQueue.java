package dev.serdab.mail;

import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which mail of the outbox is to be sent next, by which node, and how it went. */
@Component
class OutboxQueue {

    /** Longer than a mail server may take over one mail. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int LONGEST_PROBLEM = 300;

    private final JdbcClient db;

    OutboxQueue(JdbcClient db) {
        this.db = db;
    }

    /** Mails to be sent now, oldest first. */
    List<UUID> due(Instant now, int most) {
        return db.sql(
                        """
                        select id from mail_outbox where state = 'WAITING' and due_at <= ?
                         order by posted_at limit ?\
                        """)
                .params(SqlTime.of(now), most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Takes a mail to send it. Of several that want it, one gets it, until the lease ends. */
    boolean take(UUID id, Instant now) {
        return db.sql(
                                """
                                update mail_outbox set due_at = ?
                                 where id = ? and state = 'WAITING' and due_at <= ?\
                                """)
                        .params(SqlTime.of(now.plus(LEASE)), id, SqlTime.of(now))
                        .update()
                == 1;
    }

    /** Puts a mail back untried. */
    void putBack(UUID id, String problem, Instant now) {
        db.sql(
                        """
                        update mail_outbox set due_at = ?, problem = ?
                         where id = ? and state = 'WAITING'\
                        """)
                .params(SqlTime.of(now), shortened(problem), id)
                .update();
    }

    /** Has a mail tried again later, or gives it up. */
    MailState postpone(UUID id, String problem, Instant now) {
        var tried =
                db.sql("select attempts, posted_at from mail_outbox where id = ?")
                        .param(id)
                        .query((row, number) ->
                                new Patience(
                                        row.getInt("attempts"), SqlTime.read(row, "posted_at")))
                        .single();
        if (tried.hasEndedAt(now)) {
            end(id, MailState.GIVEN_UP, problem, now);
            return MailState.GIVEN_UP;
        }
        db.sql(
                        """
                        update mail_outbox set due_at = ?, problem = ?, attempts = attempts + 1
                         where id = ? and state = 'WAITING'\
                        """)
                .params(SqlTime.of(now.plus(tried.nextPause())), shortened(problem), id)
                .update();
        return MailState.WAITING;
    }

    /** Notes how a mail ended and forgets what it said. */
    void end(UUID id, MailState state, @Nullable String problem, Instant now) {
        db.sql(
                        """
                        update mail_outbox
                           set state = ?, problem = ?, ended_at = ?, purge_at = ?, attempts = attempts + 1, sealed_message = null
                         where id = ? and ended_at is null\
                        """)
                .param(state.name())
                .param(problem == null ? null : shortened(problem))
                .params(SqlTime.of(now), SqlTime.of(now.plus(OutboxCleanUp.KEPT)), id)
                .update();
    }

    private static String shortened(String problem) {
        return problem.length() <= LONGEST_PROBLEM
                ? problem
                : problem.substring(0, LONGEST_PROBLEM);
    }
}
