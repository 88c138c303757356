package dev.serdab.revocation;

import dev.serdab.account.AccountId;
import dev.serdab.account.Accounts;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.client.Clients;
import dev.serdab.consent.Consents;
import dev.serdab.grant.AccessTokens;
import dev.serdab.grant.Grants;
import dev.serdab.grant.RevokeReason;
import dev.serdab.session.BrowserSessions;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** Ends access as a whole. Each call is one transaction, and may be repeated. */
@Component
class Revocations {

    private final Accounts accounts;
    private final Clients clients;
    private final Consents consents;
    private final BrowserSessions sessions;
    private final Grants grants;
    private final AccessTokens accessTokens;
    private final AuditLog audit;

    Revocations(
            Accounts accounts,
            Clients clients,
            Consents consents,
            BrowserSessions sessions,
            Grants grants,
            AccessTokens accessTokens,
            AuditLog audit) {
        this.accounts = accounts;
        this.clients = clients;
        this.consents = consents;
        this.sessions = sessions;
        this.grants = grants;
        this.accessTokens = accessTokens;
        this.audit = audit;
    }

    /**
     * Signs an account out everywhere: browser sessions, what apps were given, keys and tokens of
     * the account API.
     *
     * @return whether there is such an account
     */
    boolean ofAccount(AccountId account) {
        return accounts.revokeAccess(account);
    }

    /**
     * Takes back what everybody allowed a client, and the tokens it got for itself. It may ask for
     * new ones.
     *
     * @return whether there is such a client
     */
    @Transactional
    boolean ofClient(String clientId) {
        if (!clients.endStatelessTokens(clientId)) {
            return false;
        }
        audit.add(new AuditEvent(Kind.CLIENT_REVOKED, null, clientId, null));
        grants.revokeAllOfClient(clientId, RevokeReason.ACCESS_REVOKED);
        accessTokens.revokeAllOfClient(clientId);
        return true;
    }

    /** Takes back what one account allowed one client; it has to ask again. */
    void ofClientAtAccount(AccountId account, String clientId) {
        consents.remove(account, clientId);
    }

    /** Ends a sign-in with all that came of it, even what was to last beyond it. */
    @Transactional
    void ofSession(UUID session) {
        sessions.end(session);
        grants.revokeAllOfSession(session, RevokeReason.ACCESS_REVOKED);
    }
}
