package dev.serdab.passkey;

import dev.serdab.account.AccountId;
import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All passkeys. */
@Component
class Passkeys {

    private static final String SELECT =
            """
            select id, account_id, credential_data, name, transports, backup_eligible, backed_up,
                   sign_count, created_at, last_used_at
              from passkey\
            """;

    private final JdbcClient db;
    private final Clock clock;

    Passkeys(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Those of an account, the oldest first. */
    List<Passkey> of(AccountId account) {
        return db.sql(SELECT + " where account_id = ? order by created_at, id")
                .param(account.value())
                .query(Passkeys::passkey)
                .list();
    }

    Optional<Passkey> find(AccountId account, UUID id) {
        return db.sql(SELECT + " where account_id = ? and id = ?")
                .params(account.value(), id)
                .query(Passkeys::passkey)
                .optional();
    }

    Optional<Passkey> find(byte[] credentialId) {
        return db.sql(SELECT + " where credential_id = ?")
                .param(credentialId)
                .query(Passkeys::passkey)
                .optional();
    }

    void add(Passkey made) {
        db.sql(
                        """
                        insert into passkey
                          (id, account_id, credential_id, credential_data, name, transports, backup_eligible,
                           backed_up, sign_count, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        made.id(),
                        made.account().value(),
                        made.credential().id(),
                        made.credential().bytes(),
                        made.name(),
                        String.join(" ", made.transports()),
                        made.isSyncable(),
                        made.isSynced(),
                        made.signCount(),
                        SqlTime.of(made.createdAt()))
                .update();
    }

    /**
     * Notes that a passkey signed (WebAuthn Level 3 §7.2, last steps). One that counts must have
     * counted on since anybody last looked: of two that show the same number one is a copy.
     *
     * @return whether it is still there, and counted on
     */
    boolean used(Passkey passkey, long signCount, boolean isSynced) {
        return db.sql(
                                """
                                update passkey set sign_count = ?, backed_up = ?, last_used_at = ?
                                 where id = ? and (sign_count < ? or (sign_count = 0 and ? = 0))\
                                """)
                        .params(
                                signCount,
                                isSynced,
                                SqlTime.of(clock.instant()),
                                passkey.id(),
                                signCount,
                                signCount)
                        .update()
                == 1;
    }

    /** Calls one by another name. */
    void rename(AccountId account, UUID id, String name) {
        db.sql("update passkey set name = ? where account_id = ? and id = ?")
                .params(name, account.value(), id)
                .update();
    }

    /**
     * Removes one.
     *
     * @return whether it was there
     */
    boolean remove(AccountId account, UUID id) {
        return db.sql("delete from passkey where account_id = ? and id = ?")
                        .params(account.value(), id)
                        .update()
                == 1;
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        var transports = row.getString("transports");
        return new Passkey(
                row.getObject("id", UUID.class),
                new AccountId(row.getLong("account_id")),
                Credential.parse(row.getBytes("credential_data")),
                row.getString("name"),
                transports.isEmpty() ? List.of() : Arrays.asList(transports.split(" ")),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getLong("sign_count"),
                SqlTime.read(row, "created_at"),
                SqlTime.readIfAny(row, "last_used_at"));
    }
}
