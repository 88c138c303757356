package dev.serdab.authorization;

import dev.serdab.authorization.PendingRequests.Pending;
import dev.serdab.client.Client;
import dev.serdab.protocol.Parameters;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Requests that their clients pushed, each under a {@code request_uri} (RFC 9126 §2.2). They wait
 * like others do: whoever reloads the page goes on, until the one answer is given (§7.3).
 */
@Component
class PushedRequests {

    /** How long a browser may take to come. */
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";

    private final JdbcClient db;
    private final Clock clock;
    private final PendingRequests pendingRequests;

    PushedRequests(JdbcClient db, Clock clock, PendingRequests pendingRequests) {
        this.db = db;
        this.clock = clock;
        this.pendingRequests = pendingRequests;
    }

    /** Keeps a request that was found good, and makes its {@code request_uri}. */
    String push(Client client, Parameters parameters) {
        var handle = RandomSecret.base64Url();
        var now = clock.instant();
        var end = SqlTime.of(now.plus(LIFETIME));
        db.sql(
                        """
                        insert into pending_authorization
                          (handle_hash, parameters, created_at, ends_at, pushed_by, pushed_until)
                        values (?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        SecretHash.of(handle),
                        parameters.toQuery(PendingRequests.KNOWN),
                        SqlTime.of(now),
                        end,
                        client.clientId(),
                        end)
                .update();
        return PREFIX + handle;
    }

    /** Whether a request consists of a {@code request_uri} of ours. */
    static boolean isNamedBy(Parameters parameters) {
        return parameters.repeated(RequestReader.SEVERAL).isEmpty()
                && parameters.text("client_id") != null
                && parameters.text("request") == null
                && parameters.get("request_uri").filter(uri -> uri.startsWith(PREFIX)).isPresent();
    }

    /** The request that is named, if this client pushed it; whatever stands beside is ignored. */
    @Transactional
    Optional<Pending> open(Parameters naming) {
        var handle = naming.get("request_uri").orElseThrow().substring(PREFIX.length());
        var clientId = naming.get("client_id").orElseThrow();
        start(handle, clientId);
        return isOpenTo(handle, clientId) ? pendingRequests.find(handle) : Optional.empty();
    }

    /** With the first visit it begins to wait as long as any other. */
    private void start(String handle, String clientId) {
        var now = clock.instant();
        db.sql(
                        """
                        update pending_authorization set ends_at = ?
                         where handle_hash = ? and pushed_by = ? and pushed_until > ? and ends_at = pushed_until\
                        """)
                .params(
                        SqlTime.of(now.plus(PendingRequests.LIFETIME)),
                        SecretHash.of(handle),
                        clientId,
                        SqlTime.of(now))
                .update();
    }

    private boolean isOpenTo(String handle, String clientId) {
        return db.sql(
                                """
                                select count(*) from pending_authorization
                                 where handle_hash = ? and pushed_by = ? and pushed_until > ?\
                                """)
                        .params(SecretHash.of(handle), clientId, SqlTime.of(clock.instant()))
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
