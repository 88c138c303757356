package dev.serdab.logout;

import dev.serdab.account.AccountId;
import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Who is still to be told that a session is over; tried with growing pauses for a day. */
@Component
class LogoutNotices {

    /** Longer than telling one app may take. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(1);

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1));

    private final JdbcClient db;
    private final Clock clock;

    LogoutNotices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Adds one, in the transaction that ends the session. */
    void add(String clientId, UUID session, AccountId account) {
        var now = clock.instant();
        db.sql(
                        """
                        insert into logout_notice (id, client_id, session_id, account_id, attempts, due_at, ends_at)
                        values (?, ?, ?, ?, 0, ?, ?)\
                        """)
                .params(
                        UUID.randomUUID(),
                        clientId,
                        session,
                        account.value(),
                        SqlTime.of(now),
                        SqlTime.of(now.plus(KEPT)))
                .update();
    }

    /** What is to be sent now. */
    List<LogoutNotice> due(int most) {
        return db.sql(
                        """
                        select id, client_id, session_id, account_id, attempts
                          from logout_notice where due_at <= ? order by due_at limit ?\
                        """)
                .params(SqlTime.of(clock.instant()), most)
                .query(LogoutNotices::read)
                .list();
    }

    /** Takes one to send it. Of several nodes that want it one gets it, until the lease ends. */
    boolean take(LogoutNotice notice) {
        var now = clock.instant();
        return db.sql("update logout_notice set due_at = ? where id = ? and due_at <= ?")
                        .params(SqlTime.of(now.plus(LEASE)), notice.id(), SqlTime.of(now))
                        .update()
                == 1;
    }

    /** Nothing more to be done about it. */
    void remove(LogoutNotice notice) {
        db.sql("delete from logout_notice where id = ?").param(notice.id()).update();
    }

    /** To be tried again. */
    void postpone(LogoutNotice notice) {
        var pause = PAUSES.get(Math.min(notice.attempts(), PAUSES.size() - 1));
        db.sql("update logout_notice set due_at = ?, attempts = attempts + 1 where id = ?")
                .params(SqlTime.of(clock.instant().plus(pause)), notice.id())
                .update();
    }

    private static LogoutNotice read(ResultSet row, int number) throws SQLException {
        return new LogoutNotice(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getObject("session_id", UUID.class),
                new AccountId(row.getLong("account_id")),
                row.getInt("attempts"));
    }
}
