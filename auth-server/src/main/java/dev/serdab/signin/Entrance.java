package dev.serdab.signin;

import dev.serdab.account.Account;
import dev.serdab.authorization.WaitingRequests;
import dev.serdab.page.Redirects;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.BrowserSessions;
import dev.serdab.session.Factor;
import dev.serdab.session.SessionCookie;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.util.Optional;
import java.util.Set;

/** Lets in whoever has just shown on a page who they are, and leads them on to what waits. */
@Component
public class Entrance {

    private final BrowserSessions sessions;
    private final SessionCookie cookie;
    private final WaitingRequests waitingRequests;

    Entrance(BrowserSessions sessions, SessionCookie cookie, WaitingRequests waitingRequests) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.waitingRequests = waitingRequests;
    }

    /**
     * Opens a session and leads to the request that waits, to a device, or to the account.
     *
     * @param checked the account as it was when its password was compared, or set
     * @param before who was signed in in this browser so far
     * @return nothing if the password no longer counts
     */
    public Optional<ModelAndView> enter(
            Account checked,
            Set<Factor> factors,
            @Nullable BrowserSession before,
            Onward onward,
            HttpServletResponse response) {
        return sessions.signIn(checked, before, factors)
                .map(opened -> {
                    cookie.set(response, opened.secret());
                    return Redirects.seeOther(
                            Optional.ofNullable(onward.handle())
                                    .flatMap(kept ->
                                            waitingRequests.signedIn(kept, opened.session()))
                                    .orElseGet(onward::withoutApp));
                });
    }
}
