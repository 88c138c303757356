package dev.serdab.session;

import dev.serdab.account.AccountEvent;
import dev.serdab.account.AccountId;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Ends sessions because something happened to their account. */
@Component
class SessionsOfAccounts {

    private final JdbcClient db;
    private final BrowserSessions sessions;

    SessionsOfAccounts(JdbcClient db, BrowserSessions sessions) {
        this.db = db;
        this.sessions = sessions;
    }

    /**
     * Within the transaction that changed the account, and before grants are revoked: what is being
     * granted in a session at this moment holds the session, and is there to be revoked once that
     * is over.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    void on(AccountEvent event) {
        switch (event) {
            case AccountEvent.PasswordReset(var account) -> endAll(account);
            case AccountEvent.Deactivated(var account) -> endAll(account);
            case AccountEvent.AccessRevoked(var account) -> endAll(account);
            case AccountEvent.Deleting(var account) -> endAll(account);
            case AccountEvent.Created _, AccountEvent.PasswordChanged _ -> {
                // The page that changes a password keeps the session it is done in and ends the
                // others itself.
            }
        }
    }

    private void endAll(AccountId account) {
        db.sql("select id from browser_session where account_id = ?")
                .param(account.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .forEach(sessions::close);
    }
}
