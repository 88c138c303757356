package dev.serdab.grant;

import dev.serdab.account.AccountEvent;
import dev.serdab.consent.ConsentEvent;
import dev.serdab.session.SessionEvent;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What ends grants though nobody spoke of them; each within the transaction that caused it. */
@Component
class Consequences {

    private final Grants grants;

    Consequences(Grants grants) {
        this.grants = grants;
    }

    @EventListener
    void on(AccountEvent event) {
        switch (event) {
            case AccountEvent.PasswordChanged changed ->
                    grants.revokeAll(changed.account(), RevokeReason.PASSWORD_CHANGED);
            case AccountEvent.PasswordReset(var account) ->
                    grants.revokeAll(account, RevokeReason.PASSWORD_RESET);
            case AccountEvent.Deactivated(var account) ->
                    grants.revokeAll(account, RevokeReason.ACCOUNT_DEACTIVATED);
            case AccountEvent.AccessRevoked(var account) ->
                    grants.revokeAll(account, RevokeReason.ACCESS_REVOKED);
            // The rows go with the account. Taken back first, they are locked before their tokens
            // are, as by whoever gives out more of them.
            case AccountEvent.Deleting(var account) ->
                    grants.revokeAll(account, RevokeReason.ACCOUNT_DELETED);
            case AccountEvent.Created _, AccountEvent.EmailChanged _ -> {
                // Nothing was allowed yet; it is still the same person.
            }
        }
    }

    /** Signing out ends what that session allowed, unless it was granted to last beyond it. */
    @EventListener
    void on(SessionEvent.Ended ended) {
        grants.revokeAllBoundTo(ended.session());
    }

    @EventListener
    void on(ConsentEvent.Removed removed) {
        grants.revokeAll(removed.account(), removed.clientId(), RevokeReason.CONSENT_REMOVED);
    }
}
