package dev.serdab.authorization;

import dev.serdab.protocol.Parameters;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Requests that wait for a sign-in or for consent, each under a handle of 43 characters. */
@Component
public class PendingRequests {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final JdbcClient db;
    private final Clock clock;

    PendingRequests(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A request that waits.
     *
     * @param since a sign-in after this was made for it
     */
    public record Pending(String handle, Parameters parameters, Instant since) {}

    /** Keeps a request; only its handle finds it again. */
    public String keep(Parameters parameters) {
        var handle = RandomSecret.base64Url();
        var now = clock.instant();
        db.sql(
                        """
                        insert into pending_authorization (handle_hash, parameters, created_at, ends_at)
                        values (?, ?, ?, ?)\
                        """)
                .params(
                        SecretHash.of(handle),
                        parameters.toQuery(RequestReader.KNOWN),
                        SqlTime.of(now),
                        SqlTime.of(now.plus(LIFETIME)))
                .update();
        return handle;
    }

    /** The request under this handle, unless it was answered or waited too long. */
    public Optional<Pending> find(String handle) {
        return db.sql(
                        """
                        select parameters, created_at from pending_authorization
                         where handle_hash = ? and ends_at > ?\
                        """)
                .params(SecretHash.of(handle), SqlTime.of(clock.instant()))
                .query((row, number) ->
                        new Pending(
                                handle,
                                Parameters.parse(row.getString("parameters")),
                                SqlTime.read(row, "created_at")))
                .optional();
    }

    /**
     * Takes a request away to answer it.
     *
     * @return whether this call was the first
     */
    boolean take(Pending pending) {
        return db.sql("delete from pending_authorization where handle_hash = ?")
                        .param(SecretHash.of(pending.handle()))
                        .update()
                == 1;
    }
}
