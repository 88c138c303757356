package dev.serdab.authorization;

import dev.serdab.authorization.PendingRequests.Pending;
import dev.serdab.client.Client;
import dev.serdab.consent.Consents;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Refuses requests that nobody was asked about. The addresses of an app that registered itself are
 * nobody's word but its own, and a link to us must not be a link to wherever it likes (RFC 9700
 * §4.11.2): unless the person has had to do with the app, they decide whether to go there.
 */
@Component
class EarlyRefusals {

    private final Consents consents;
    private final Answers answers;

    EarlyRefusals(Consents consents, Answers answers) {
        this.consents = consents;
        this.answers = answers;
    }

    /**
     * Tells the app, or the person first.
     *
     * @param session who is signed in; {@code null}: nobody
     * @param pending the request as it waited; {@code null}: it has just come
     */
    ModelAndView refuse(
            AnswerAddress to,
            ProtocolError error,
            @Nullable BrowserSession session,
            @Nullable Pending pending,
            HttpServletRequest http) {
        boolean mayGoThere =
                !to.client().isSelfRegistered()
                        || isInFrame(http)
                        || (session != null && haveMet(to.client(), session, pending));
        return mayGoThere ? answers.refuse(to, error, http) : answers.offer(to, error, http);
    }

    /** A page that asks in a frame, to renew silently, stays in the address bar as it is. */
    private static boolean isInFrame(HttpServletRequest http) {
        return "iframe".equals(http.getHeader("Sec-Fetch-Dest"));
    }

    private boolean haveMet(Client client, BrowserSession session, @Nullable Pending pending) {
        boolean isThere =
                pending != null && (pending.isSignedInFor(session) || pending.isChosenBy(session));
        return isThere || !consents.of(session.account().id(), client.clientId()).isEmpty();
    }
}
