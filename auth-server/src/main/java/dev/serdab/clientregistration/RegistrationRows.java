package dev.serdab.clientregistration;

import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Which clients registered themselves, and with which token each manages itself. */
@Component
class RegistrationRows {

    private final JdbcClient db;
    private final Clock clock;

    RegistrationRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // read, compared with, and forgotten
    private record Row(byte[] hash, byte @Nullable [] previous, Instant registeredAt) {}

    /** Notes a client that was just made. */
    void add(String clientId, String token) {
        db.sql(
                        """
                        insert into client_registration (client_id, token_hash, registered_at)
                        values (?, ?, ?)\
                        """)
                .params(clientId, SecretHash.of(token), SqlTime.of(clock.instant()))
                .update();
    }

    /**
     * Since when the client of this id, whose token this is, is registered. The token before is
     * good as well until the newer one was shown: the answer that brought that may have been lost.
     */
    Optional<Instant> find(String clientId, String token) {
        var row = read(clientId).orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        if (SecretHash.matches(row.hash(), token)) {
            if (row.previous() != null) {
                forgetPrevious(clientId, row.hash());
            }
            return Optional.of(row.registeredAt());
        }
        return row.previous() != null && SecretHash.matches(row.previous(), token)
                ? Optional.of(row.registeredAt())
                : Optional.empty();
    }

    /** Gives the client another token in place of the one it showed. */
    boolean rotate(String clientId, String shown, String next) {
        var hash = SecretHash.of(shown);
        return db.sql(
                                """
                                update client_registration set token_hash = ?, previous_hash = ?
                                 where client_id = ? and (token_hash = ? or previous_hash = ?)\
                                """)
                        .params(SecretHash.of(next), hash, clientId, hash, hash)
                        .update()
                == 1;
    }

    private Optional<Row> read(String clientId) {
        return db.sql(
                        """
                        select token_hash, previous_hash, registered_at from client_registration
                         where client_id = ?\
                        """)
                .param(clientId)
                .query((row, number) ->
                        new Row(
                                row.getBytes("token_hash"),
                                row.getBytes("previous_hash"),
                                SqlTime.read(row, "registered_at")))
                .optional();
    }

    private void forgetPrevious(String clientId, byte[] hash) {
        db.sql(
                        """
                        update client_registration set previous_hash = null
                         where client_id = ? and token_hash = ?\
                        """)
                .params(clientId, hash)
                .update();
    }
}
