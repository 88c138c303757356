package dev.serdab.device;

import dev.serdab.client.Client;
import dev.serdab.grant.Grant;
import dev.serdab.grant.Grants;
import dev.serdab.grant.NewGrants;
import dev.serdab.grant.NewTokens;
import dev.serdab.grant.Redemption;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What devices do with their codes: ask, and fetch tokens once (RFC 8628 §3.4). */
@Component
public class DeviceCodes {

    /** How much longer a device must wait that asks too often (RFC 8628 §3.5). */
    private static final int SLOWER_BY = 5;

    private final JdbcClient db;
    private final Clock clock;
    private final Grants grants;
    private final NewGrants newGrants;

    DeviceCodes(JdbcClient db, Clock clock, Grants grants, NewGrants newGrants) {
        this.db = db;
        this.clock = clock;
        this.grants = grants;
        this.newGrants = newGrants;
    }

    /** A row, as far as it matters here. */
    private record Row(String status, @Nullable UUID grant, int interval, Instant expiresAt) {

        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("status"),
                    row.getObject("grant_id", UUID.class),
                    row.getInt("interval_seconds"),
                    SqlTime.read(row, "expires_at"));
        }
    }

    /** Asks for a client. */
    public Polling poll(Client client, String deviceCode) {
        var hash = SecretHash.of(deviceCode);
        var row =
                db.sql(
                                """
                                select status, grant_id, interval_seconds, expires_at from device_authorization
                                 where device_code_hash = ? and client_id = ?\
                                """)
                        .params(hash, client.clientId())
                        .query(Row::read)
                        .optional()
                        .orElse(null);
        if (row == null || row.status().equals("used")) {
            return new Polling.Unknown();
        }
        if (row.status().equals("denied")) {
            return new Polling.Denied();
        }
        if (!row.expiresAt().isAfter(clock.instant())) {
            return new Polling.Expired();
        }
        if (row.grant() != null) {
            return grants.find(row.grant())
                    .filter(Grant::isAlive)
                    .<Polling>map(Polling.Allowed::new)
                    .orElseGet(Polling.Unknown::new);
        }
        return isInTime(hash, row) ? new Polling.Pending() : new Polling.TooSoon();
    }

    /**
     * Gives out the tokens. A device that missed the answer, or asks twice at once, is told that
     * the code was used, and keeps what it got: the code never was in a browser.
     */
    public Redemption redeem(String deviceCode, Grant grant, NewTokens tokens) {
        return newGrants.redeem(grant, tokens, () -> use(deviceCode, grant));
    }

    private boolean use(String deviceCode, Grant grant) {
        return db.sql(
                                """
                                update device_authorization set status = 'used'
                                 where device_code_hash = ? and grant_id = ? and status = 'allowed'\
                                """)
                        .params(SecretHash.of(deviceCode), grant.id())
                        .update()
                == 1;
    }

    private boolean isInTime(byte[] hash, Row row) {
        var now = clock.instant();
        int inTime =
                db.sql(
                                """
                                update device_authorization set next_poll_at = ?
                                 where device_code_hash = ? and next_poll_at <= ?\
                                """)
                        .params(SqlTime.of(next(now, row.interval())), hash, SqlTime.of(now))
                        .update();
        if (inTime == 1) {
            return true;
        }
        db.sql(
                        """
                        update device_authorization
                           set interval_seconds = interval_seconds + ?, next_poll_at = ?
                         where device_code_hash = ?\
                        """)
                .params(SLOWER_BY, SqlTime.of(next(now, row.interval() + SLOWER_BY)), hash)
                .update();
        return false;
    }

    /** A second less than the device was told: the network is not always equally slow. */
    private static Instant next(Instant now, int interval) {
        return now.plus(Duration.ofSeconds(interval - 1L));
    }
}
