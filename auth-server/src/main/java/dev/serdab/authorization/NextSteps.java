package dev.serdab.authorization;

import dev.serdab.consent.Consents;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.session.BrowserSession;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;

/** Decides what a request needs next (OpenID Connect Core §3.1.2.3, §3.1.2.4). */
@Component
class NextSteps {

    private final Consents consents;
    private final Clock clock;

    NextSteps(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * Decides.
     *
     * @param session who is signed in; {@code null}: nobody
     * @param since when the request came first; a sign-in after it was made for it
     */
    NextStep of(
            AuthorizationRequest request,
            @Nullable BrowserSession session,
            @Nullable Instant since) {
        if (session == null || mustSignInAgain(request, session, since)) {
            return request.isSilent()
                    ? impossible("login_required", "Nobody is signed in, or not recently enough.")
                    : new NextStep.SignIn();
        }
        if (mustAsk(request, session)) {
            return request.isSilent()
                    ? impossible("consent_required", "The person has not allowed all of this yet.")
                    : new NextStep.AskConsent(session);
        }
        return new NextStep.Grant(session);
    }

    private boolean mustSignInAgain(
            AuthorizationRequest request, BrowserSession session, @Nullable Instant since) {
        if (since != null && !session.authTime().isBefore(since)) {
            return false;
        }
        var maxAge = request.maxAge();
        return request.prompt().contains("login")
                || (maxAge != null && session.authTime().plus(maxAge).isBefore(clock.instant()));
    }

    private boolean mustAsk(AuthorizationRequest request, BrowserSession session) {
        if (request.prompt().contains("consent")) {
            return true;
        }
        return request.client().requireConsent()
                && !consents.of(session.account().id(), request.client().clientId())
                        .containsAll(request.scopes());
    }

    private static NextStep impossible(String code, String description) {
        return new NextStep.Impossible(
                new ProtocolError(HttpStatus.BAD_REQUEST, code, description));
    }
}
