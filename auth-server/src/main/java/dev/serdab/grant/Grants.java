package dev.serdab.grant;

import dev.serdab.account.AccountEvent;
import dev.serdab.account.AccountId;
import dev.serdab.session.SessionEvent;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Taking back what was granted: one UPDATE ends a grant with every token of it. */
@Component
public class Grants {

    private static final String REVOKE =
            "update oauth_grant set revoked_at = ?, revoke_reason = ? where revoked_at is null and ";

    private final JdbcClient db;
    private final Clock clock;

    Grants(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Ends one grant. */
    public void revoke(UUID grant, RevokeReason reason) {
        db.sql(REVOKE + "id = ?").params(now(), reason.name(), grant).update();
    }

    /** Ends everything that an account allowed anyone. */
    public void revokeAll(AccountId account, RevokeReason reason) {
        db.sql(REVOKE + "account_id = ?").params(now(), reason.name(), account.value()).update();
    }

    /** Within the transaction that changed the account. */
    @EventListener
    void on(AccountEvent event) {
        switch (event) {
            case AccountEvent.PasswordChanged(var account, _) ->
                    revokeAll(account, RevokeReason.PASSWORD_CHANGED);
            case AccountEvent.PasswordReset(var account) ->
                    revokeAll(account, RevokeReason.PASSWORD_RESET);
            case AccountEvent.Deactivated(var account) ->
                    revokeAll(account, RevokeReason.ACCOUNT_DEACTIVATED);
            case AccountEvent.EmailChanged _, AccountEvent.Deleting _ -> {
                // Who was allowed something is still the same person; a deleted account takes its
                // rows along.
            }
        }
    }

    /** Signing out ends what that session allowed, unless it was granted to last beyond it. */
    @EventListener
    void on(SessionEvent.Ended ended) {
        db.sql(REVOKE + "session_id = ? and not is_offline")
                .params(now(), RevokeReason.SIGNED_OUT.name(), ended.session())
                .update();
    }

    private OffsetDateTime now() {
        return SqlTime.of(clock.instant());
    }
}
