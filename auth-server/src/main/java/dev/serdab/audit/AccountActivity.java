package dev.serdab.audit;

import dev.serdab.account.Account;
import dev.serdab.account.AccountId;
import dev.serdab.account.PersonalData;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happened to one account, for the person whose it is. */
@Component
public class AccountActivity implements PersonalData {

    /** How far back it goes, where the log does. */
    public static final Duration SPAN = Duration.ofDays(90);

    private static final int MOST_ON_A_PAGE = 200;
    private static final int MOST = 10_000;

    private final JdbcClient db;
    private final Clock clock;

    AccountActivity(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Something that happened.
     *
     * @param clientId which app it is about
     * @param address where it came from, as it was kept
     * @param isByAnother whether somebody else was signed in who did it
     */
    public record Happening(
            Instant at,
            Kind kind,
            @Nullable String clientId,
            @Nullable String address,
            boolean isByAnother) {}

    /** The newest of the last 90 days, newest first. */
    public List<Happening> recent(AccountId account) {
        return read(account, MOST_ON_A_PAGE);
    }

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public Object of(Account account) {
        return read(account.id(), MOST);
    }

    private List<Happening> read(AccountId account, int most) {
        return db.sql(
                        """
                        select happened_at, kind, client_id, address, account_id, by_account_id from audit_event
                         where account_id = ? and happened_at > ? order by id desc limit ?\
                        """)
                .params(account.value(), SqlTime.of(clock.instant().minus(SPAN)), most)
                .query(AccountActivity::happening)
                .list();
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        long by = row.getLong("by_account_id");
        boolean isByAnother = !row.wasNull() && by != row.getLong("account_id");
        return new Happening(
                SqlTime.read(row, "happened_at"),
                Kind.valueOf(row.getString("kind")),
                row.getString("client_id"),
                row.getString("address"),
                isByAnother);
    }
}
