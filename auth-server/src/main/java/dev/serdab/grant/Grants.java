package dev.serdab.grant;

import dev.serdab.account.AccountId;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Taking back what was granted: one UPDATE ends a grant with every token of it. */
@Component
public class Grants {

    /** What was taken back is of no use any more; for a while it still tells why. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;
    private final AuditLog audit;

    Grants(JdbcClient db, Clock clock, AuditLog audit) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
    }

    /** The grant of this id, taken back or not. */
    public Optional<Grant> find(UUID id) {
        return db.sql(
                        "select "
                                + GrantRows.GRANT_COLUMNS
                                + " from oauth_grant g join account a on a.id = g.account_id where g.id = ?")
                .param(id)
                .query((row, number) -> GrantRows.grant(row))
                .optional();
    }

    /**
     * Ends one grant.
     *
     * @return whether it stood until now
     */
    @Transactional
    public boolean revoke(Grant grant, RevokeReason reason) {
        return revoke(reason, grant.account().id(), grant.clientId(), "id = ?", grant.id());
    }

    /** Ends everything that an account allowed anyone. */
    @Transactional
    public void revokeAll(AccountId account, RevokeReason reason) {
        revokeAll(reason, account, null, "account_id = ?", account.value());
    }

    /** Ends everything that anyone allowed a client. */
    @Transactional
    public void revokeAllOfClient(String clientId, RevokeReason reason) {
        revokeAll(reason, null, clientId, "client_id = ?", clientId);
    }

    /** Ends everything that was allowed at one sign-in, what was to last beyond it as well. */
    @Transactional
    public void revokeAllOfSession(UUID session, RevokeReason reason) {
        revokeAll(reason, null, null, "session_id = ?", session);
    }

    /** What apps may do with an account now, by client: what was granted and not taken back. */
    public Map<String, Set<String>> standing(AccountId account) {
        var scopes = new HashMap<String, Set<String>>();
        db.sql(
                        """
                        select client_id, scopes from oauth_grant
                         where account_id = ? and revoked_at is null and purge_at > ?\
                        """)
                .params(account.value(), SqlTime.of(clock.instant()))
                .query(row -> {
                    scopes.computeIfAbsent(row.getString("client_id"), _ -> new HashSet<>())
                            .addAll(GrantRows.scopes(row.getString("scopes")));
                });
        return scopes;
    }

    /** How long an app has something, and when it was last given a token. */
    public record Use(Instant since, Instant lastAt) {}

    /** Those of what was granted by one account and not taken back, by client. */
    public Map<String, Use> uses(AccountId account) {
        var uses = new HashMap<String, Use>();
        db.sql(
                        """
                        select g.client_id, min(g.created_at) as since, max(t.issued_at) as last_at
                          from oauth_grant g join oauth_token t on t.grant_id = g.id
                         where g.account_id = ? and g.revoked_at is null and g.purge_at > ?
                         group by g.client_id\
                        """)
                .params(account.value(), SqlTime.of(clock.instant()))
                .query(row -> {
                    uses.put(
                            row.getString("client_id"),
                            new Use(SqlTime.read(row, "since"), SqlTime.read(row, "last_at")));
                });
        return uses;
    }

    /** Ends what was allowed at one sign-in and was not to last beyond it. */
    void revokeAllBoundTo(UUID session) {
        revokeAll(
                RevokeReason.SIGNED_OUT, null, null, "session_id = ? and not is_offline", session);
    }

    /** Ends everything that an account allowed a client. */
    void revokeAll(AccountId account, String clientId, RevokeReason reason) {
        revokeAll(
                reason,
                account,
                clientId,
                "account_id = ? and client_id = ?",
                account.value(),
                clientId);
    }

    /** Ends several, locked in the order of their ids: two that do so at once do not clash. */
    private void revokeAll(
            RevokeReason reason,
            @Nullable AccountId account,
            @Nullable String clientId,
            String which,
            Object... parameters) {
        var all =
                db.sql(
                                "select id from oauth_grant where revoked_at is null and %s order by id for update"
                                        .formatted(which))
                        .params(List.of(parameters))
                        .query((row, number) -> row.getObject(1))
                        .list();
        if (!all.isEmpty()) {
            revoke(reason, account, clientId, which, parameters);
        }
    }

    private boolean revoke(
            RevokeReason reason,
            @Nullable AccountId account,
            @Nullable String clientId,
            String which,
            Object... parameters) {
        var now = clock.instant();
        var all = new ArrayList<Object>();
        all.add(SqlTime.of(now));
        all.add(reason.name());
        all.add(SqlTime.of(now.plus(KEPT)));
        all.addAll(List.of(parameters));
        int revoked =
                db.sql(
                                """
                                update oauth_grant
                                   set revoked_at = ?, revoke_reason = ?, purge_at = least(purge_at, ?)
                                 where revoked_at is null and \
                                """
                                        + which)
                        .params(all)
                        .update();
        if (revoked == 0) {
            return false;
        }
        var kind =
                switch (reason) {
                    case CODE_REPLAYED -> Kind.CODE_REPLAYED;
                    case REFRESH_TOKEN_REPLAYED -> Kind.REFRESH_TOKEN_REPLAYED;
                    default -> Kind.GRANT_REVOKED;
                };
        audit.add(
                new AuditEvent(
                        kind, account, clientId, "%s, grants: %d".formatted(reason, revoked)));
        return true;
    }
}
