package dev.serdab.consent;

import dev.serdab.account.AccountId;
import dev.serdab.account.AccountLocks;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What people allowed: a row for each scope, so that later questions ask only for what is new. */
@Component
public class Consents {

    private final JdbcClient db;
    private final Clock clock;
    private final AccountLocks locks;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;

    Consents(
            JdbcClient db,
            Clock clock,
            AccountLocks locks,
            ApplicationEventPublisher events,
            AuditLog audit) {
        this.db = db;
        this.clock = clock;
        this.locks = locks;
        this.events = events;
        this.audit = audit;
    }

    /** The scopes this person allowed this client so far. */
    public Set<String> of(AccountId account, String clientId) {
        return read(account, clientId, "");
    }

    /** Whether somebody allowed this client anything. */
    public boolean anyFor(String clientId) {
        return db.sql(
                                """
                                select count(*) from
                                  (select 1 from oauth_consent where client_id = ? limit 1) one\
                                """)
                        .param(clientId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** All that this person allowed, by client. */
    public Map<String, Set<String>> all(AccountId account) {
        var scopes = new HashMap<String, Set<String>>();
        db.sql("select client_id, scope from oauth_consent where account_id = ?")
                .param(account.value())
                .query(row -> {
                    scopes.computeIfAbsent(row.getString("client_id"), _ -> new HashSet<>())
                            .add(row.getString("scope"));
                });
        return scopes;
    }

    /** When this person first allowed what they still allow, by client. */
    public Map<String, Instant> since(AccountId account) {
        var since = new HashMap<String, Instant>();
        db.sql(
                        """
                        select client_id, min(granted_at) as since from oauth_consent
                         where account_id = ? group by client_id\
                        """)
                .param(account.value())
                .query(row -> {
                    since.put(row.getString("client_id"), SqlTime.read(row, "since"));
                });
        return since;
    }

    /**
     * The scopes this person allowed this client so far. They stay allowed until the transaction
     * ends: whoever removes them meanwhile waits, and then finds all that was granted on the
     * strength of them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> hold(AccountId account, String clientId) {
        return read(account, clientId, " for update");
    }

    /** Takes back what an app was allowed, and with it all that it was given. */
    @Transactional
    public void remove(AccountId account, String clientId) {
        locks.lock(account);
        int removed =
                db.sql("delete from oauth_consent where account_id = ? and client_id = ?")
                        .params(account.value(), clientId)
                        .update();
        if (removed > 0) {
            audit.add(new AuditEvent(Kind.CONSENT_REMOVED, account, clientId, null));
        }
        // After the consent: what is being granted at this moment holds it.
        events.publishEvent(new ConsentEvent.Removed(account, clientId));
    }

    /** Remembers what was allowed now, beside what was before. */
    public void remember(AccountId account, String clientId, Collection<String> scopes) {
        var before = of(account, clientId);
        var now = SqlTime.of(clock.instant());
        if (!before.containsAll(scopes)) {
            audit.add(
                    new AuditEvent(
                            Kind.CONSENT_GIVEN, account, clientId, String.join(" ", scopes)));
        }
        for (var scope : scopes) {
            if (!before.contains(scope)) {
                try {
                    db.sql(
                                    """
                                    insert into oauth_consent (account_id, client_id, scope, granted_at)
                                    values (?, ?, ?, ?)\
                                    """)
                            .params(account.value(), clientId, scope, now)
                            .update();
                } catch (DuplicateKeyException e) {
                    // Allowed in another tab just now.
                }
            }
        }
    }

    private Set<String> read(AccountId account, String clientId, String lock) {
        return new HashSet<>(
                db.sql(
                                "select scope from oauth_consent where account_id = ? and client_id = ?"
                                        + lock)
                        .params(account.value(), clientId)
                        .query((row, number) -> row.getString(1))
                        .list());
    }
}
