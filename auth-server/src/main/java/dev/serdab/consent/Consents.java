package dev.serdab.consent;

import dev.serdab.account.AccountId;
import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What people allowed: a row for each scope, so that later questions ask only for what is new. */
@Component
public class Consents {

    private final JdbcClient db;
    private final Clock clock;

    Consents(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The scopes this person allowed this client so far. */
    public Set<String> of(AccountId account, String clientId) {
        return new HashSet<>(
                db.sql("select scope from oauth_consent where account_id = ? and client_id = ?")
                        .params(account.value(), clientId)
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    /** Remembers what was allowed now, beside what was before. */
    public void remember(AccountId account, String clientId, Collection<String> scopes) {
        var before = of(account, clientId);
        var now = SqlTime.of(clock.instant());
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
}
