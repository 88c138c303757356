package dev.serdab.authorization;

import dev.serdab.protocol.Parameters;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.SecretHash;
import dev.serdab.session.BrowserSession;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Requests that wait for a sign-in or for consent, each under a handle of 43 characters. */
@Component
class PendingRequests {

    /** The parameters that count; what else a request brings is dropped. */
    static final Set<String> KNOWN =
            Set.of(
                    "client_id",
                    "redirect_uri",
                    "response_type",
                    "response_mode",
                    "scope",
                    "resource",
                    "claims",
                    "state",
                    "nonce",
                    "code_challenge",
                    "code_challenge_method",
                    "prompt",
                    "max_age",
                    RequestContents.HINTED_SUBJECT,
                    "acr_values",
                    "login_hint",
                    "ui_locales");

    /** How long a person may take. */
    static final Duration LIFETIME = Duration.ofMinutes(30);

    private final JdbcClient db;
    private final Clock clock;

    PendingRequests(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A request that waits.
     *
     * @param signedInSession the session whose person signed in for it, if somebody did
     * @param chosenSession the session that its person chose for it, if they were asked
     */
    record Pending(
            String handle,
            Parameters parameters,
            @Nullable UUID signedInSession,
            @Nullable UUID chosenSession) {

        /** Whether the person of this session signed in for it. */
        boolean isSignedInFor(BrowserSession session) {
            return session.id().equals(signedInSession);
        }

        /** Whether the person of this session chose to answer it. */
        boolean isChosenBy(BrowserSession session) {
            return session.id().equals(chosenSession);
        }
    }

    /** Keeps a request; only its handle finds it again. */
    String keep(Parameters parameters) {
        var handle = RandomSecret.base64Url();
        var now = clock.instant();
        db.sql(
                        """
                        insert into pending_authorization (handle_hash, parameters, created_at, ends_at)
                        values (?, ?, ?, ?)\
                        """)
                .params(
                        SecretHash.of(handle),
                        parameters.toQuery(KNOWN),
                        SqlTime.of(now),
                        SqlTime.of(now.plus(LIFETIME)))
                .update();
        return handle;
    }

    /** The request under this handle, unless it was answered or waited too long. */
    Optional<Pending> find(String handle) {
        return db.sql(
                        """
                        select parameters, signed_in_session, chosen_session from pending_authorization
                         where handle_hash = ? and ends_at > ?\
                        """)
                .params(SecretHash.of(handle), SqlTime.of(clock.instant()))
                .query((row, number) ->
                        new Pending(
                                handle,
                                Parameters.parse(row.getString("parameters")),
                                row.getObject("signed_in_session", UUID.class),
                                row.getObject("chosen_session", UUID.class)))
                .optional();
    }

    /** Notes that the person of this session has just signed in for it. */
    void signedIn(Pending pending, UUID session) {
        db.sql("update pending_authorization set signed_in_session = ? where handle_hash = ?")
                .params(session, SecretHash.of(pending.handle()))
                .update();
    }

    /** Notes that its person wants to answer it as whom this session is of. */
    void choose(Pending pending, UUID session) {
        db.sql("update pending_authorization set chosen_session = ? where handle_hash = ?")
                .params(session, SecretHash.of(pending.handle()))
                .update();
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
