package dev.serdab.session;

import dev.serdab.account.AccountEvent;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends sessions because something happened to their account. */
@Component
class SessionsOfAccounts {

    private final BrowserSessions sessions;

    SessionsOfAccounts(BrowserSessions sessions) {
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
            case AccountEvent.PasswordReset(var account) -> sessions.endAll(account);
            case AccountEvent.Deactivated(var account) -> sessions.endAll(account);
            case AccountEvent.AccessRevoked(var account) -> sessions.endAll(account);
            case AccountEvent.Deleting(var account) -> sessions.endAll(account);
            case AccountEvent.Created _,
                    AccountEvent.PasswordChanged _,
                    AccountEvent.EmailChanged _ -> {
                // Whoever changes a password names the session that may stay (endAllBut).
            }
        }
    }
}
