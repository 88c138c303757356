package dev.serdab.device;

import dev.serdab.authorization.Granting;
import dev.serdab.client.Client;
import dev.serdab.grant.GrantDetails;
import dev.serdab.grant.NewGrant;
import dev.serdab.grant.NewGrants;
import dev.serdab.protocol.Parameters;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.SecretHash;
import dev.serdab.session.BrowserSession;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Devices that wait for their person, and what the person decided. */
@Component
class DeviceAuthorizations {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    /** How long a device waits between two questions, unless it is told to slow down. */
    static final Duration INTERVAL = Duration.ofSeconds(5);

    /** So long a device still hears why it gets nothing. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient db;
    private final Clock clock;
    private final Granting granting;
    private final NewGrants newGrants;

    DeviceAuthorizations(JdbcClient db, Clock clock, Granting granting, NewGrants newGrants) {
        this.db = db;
        this.clock = clock;
        this.granting = granting;
        this.newGrants = newGrants;
    }

    /** The two codes of a device. */
    record Codes(String deviceCode, UserCode userCode) {}

    /**
     * What a device asks for, found good.
     *
     * @param deviceName what it calls itself
     * @param askedFrom its network address
     */
    record Wish(
            Client client,
            Set<String> scopes,
            Set<String> resources,
            @Nullable String deviceName,
            String askedFrom) {}

    /** Lets a device wait. */
    Codes start(Wish wish) {
        while (true) {
            var codes = new Codes(RandomSecret.base64Url(), UserCode.random());
            try {
                insert(wish, codes);
                return codes;
            } catch (DuplicateKeyException e) {
                // Another device shows that user code.
            }
        }
    }

    /** The device that shows this code and still waits. */
    Optional<DeviceAuthorization> find(UserCode code) {
        return db.sql(
                        """
                        select * from device_authorization
                         where user_code_hash = ? and status = 'pending' and expires_at > ?\
                        """)
                .params(hash(code), SqlTime.of(clock.instant()))
                .query((row, number) -> read(row, code))
                .optional();
    }

    /**
     * Allows it, if the person is still signed in and allows it still.
     *
     * @return whether this call decided
     */
    @Transactional
    public boolean allow(
            DeviceAuthorization device, Client client, BrowserSession session, Set<String> scopes) {
        if (!granting.holds(client, session, scopes) || !decide(device, "allowed")) {
            return false;
        }
        var grant =
                newGrants.add(
                        new NewGrant(
                                client.clientId(),
                                session,
                                scopes,
                                null,
                                null,
                                null,
                                new GrantDetails(device.resources(), Set.of(), Set.of())),
                        device.expiresAt());
        db.sql("update device_authorization set grant_id = ? where user_code_hash = ?")
                .params(grant, hash(device.code()))
                .update();
        return true;
    }

    /**
     * Denies it.
     *
     * @return whether this call decided
     */
    boolean deny(DeviceAuthorization device) {
        return decide(device, "denied");
    }

    private boolean decide(DeviceAuthorization device, String status) {
        return db.sql(
                                """
                                update device_authorization set status = ?
                                 where user_code_hash = ? and status = 'pending' and expires_at > ?\
                                """)
                        .params(status, hash(device.code()), SqlTime.of(clock.instant()))
                        .update()
                == 1;
    }

    private void insert(Wish wish, Codes codes) {
        var now = clock.instant();
        var end = now.plus(LIFETIME);
        db.sql(
                        """
                        insert into device_authorization
                          (device_code_hash, user_code_hash, client_id, scopes, resources, device_name, asked_from,
                           status, interval_seconds, next_poll_at, created_at, expires_at, purge_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?)\
                        """)
                .params(
                        Arrays.asList(
                                SecretHash.of(codes.deviceCode()),
                                hash(codes.userCode()),
                                wish.client().clientId(),
                                String.join(" ", wish.scopes()),
                                String.join(" ", wish.resources()),
                                wish.deviceName(),
                                wish.askedFrom(),
                                INTERVAL.toSeconds(),
                                SqlTime.of(now),
                                SqlTime.of(now),
                                SqlTime.of(end),
                                SqlTime.of(end.plus(KEPT))))
                .update();
    }

    private static byte[] hash(UserCode code) {
        return SecretHash.of(code.letters());
    }

    private static DeviceAuthorization read(ResultSet row, UserCode code) throws SQLException {
        return new DeviceAuthorization(
                code,
                row.getString("client_id"),
                Parameters.split(row.getString("scopes")),
                Parameters.split(row.getString("resources")),
                row.getString("device_name"),
                row.getString("asked_from"),
                SqlTime.read(row, "created_at"),
                SqlTime.read(row, "expires_at"));
    }
}
