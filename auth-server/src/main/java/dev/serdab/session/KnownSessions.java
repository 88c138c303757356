package dev.serdab.session;

import dev.serdab.account.Account;
import dev.serdab.account.AccountId;
import dev.serdab.account.PersonalData;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where somebody is signed in, as they may see it. */
@Component
public class KnownSessions implements PersonalData {

    private final JdbcClient db;
    private final Clock clock;
    private final SessionSettings settings;

    KnownSessions(JdbcClient db, Clock clock, SessionSettings settings) {
        this.db = db;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A browser in which somebody is signed in.
     *
     * @param browser what it is called, if it is a well-known one
     * @param system what it runs on
     * @param address where the sign-in came from, as it may be kept
     */
    public record KnownSession(
            UUID id,
            Instant since,
            Instant lastSeenAt,
            @Nullable String browser,
            @Nullable String system,
            @Nullable String address) {}

    /** Those that go on, the one that was used last first. */
    public List<KnownSession> of(AccountId account) {
        var now = clock.instant();
        return db.sql(
                        """
                        select id, created_at, last_seen_at, device_browser, device_system, address
                          from browser_session
                         where account_id = ? and ends_at > ? and last_seen_at > ?
                         order by last_seen_at desc, id\
                        """)
                .params(
                        account.value(),
                        SqlTime.of(now),
                        SqlTime.of(now.minus(settings.idleLifetime())))
                .query((row, number) ->
                        new KnownSession(
                                row.getObject("id", UUID.class),
                                SqlTime.read(row, "created_at"),
                                SqlTime.read(row, "last_seen_at"),
                                row.getString("device_browser"),
                                row.getString("device_system"),
                                row.getString("address")))
                .list();
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Object of(Account account) {
        return of(account.id());
    }
}
