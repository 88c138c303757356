package dev.serdab.authorization;

import dev.serdab.client.Client;
import dev.serdab.consent.Consents;
import dev.serdab.grant.AuthorizationCodes;
import dev.serdab.grant.GrantDetails;
import dev.serdab.grant.NewGrant;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.BrowserSessions;
import dev.serdab.session.SessionApps;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Grants what was asked for, if what it rests upon still stands: the person is signed in, and has
 * allowed it. Both are locked while the grant is made, so that signing out, a password reset or a
 * removed consent at the same moment leaves nothing behind.
 */
@Component
public class Granting {

    private final BrowserSessions sessions;
    private final Consents consents;
    private final AuthorizationCodes codes;
    private final SessionApps apps;

    Granting(
            BrowserSessions sessions,
            Consents consents,
            AuthorizationCodes codes,
            SessionApps apps) {
        this.sessions = sessions;
        this.consents = consents;
        this.codes = codes;
        this.apps = apps;
    }

    /**
     * The code of what was asked for of all that these scopes allow; none when the person signed
     * out, or took back what they had allowed, just now.
     */
    @Transactional
    Optional<String> grant(
            AuthorizationRequest request, BrowserSession session, Set<String> allowed) {
        var client = request.client();
        var scopes = new LinkedHashSet<>(request.scopes());
        scopes.retainAll(allowed);
        if (!holds(client, session, scopes)) {
            return Optional.empty();
        }
        var claims = request.claims().within(allowed);
        return Optional.of(
                codes.issue(
                        new NewGrant(
                                client.clientId(),
                                session,
                                scopes,
                                request.givenRedirectUri(),
                                request.codeChallenge(),
                                request.nonce(),
                                new GrantDetails(
                                        request.resources(),
                                        claims.idToken(),
                                        claims.userInfo()))));
    }

    /**
     * Whether the person is signed in and has allowed this. Both stay so until the transaction
     * ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holds(Client client, BrowserSession session, Set<String> scopes) {
        if (!sessions.hold(session)) {
            return false;
        }
        if (client.requireConsent()
                && !consents.hold(session.account().id(), client.clientId()).containsAll(scopes)) {
            return false;
        }
        if (client.wantsToHearOfLogout()) {
            apps.note(session, client.clientId());
        }
        return true;
    }
}
