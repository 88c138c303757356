package dev.serdab.signin;

import dev.serdab.account.Account;
import dev.serdab.authorization.WaitingRequests;
import dev.serdab.knownbrowser.KnownBrowsers;
import dev.serdab.page.Redirects;
import dev.serdab.session.AuthenticationClass;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.BrowserSessions;
import dev.serdab.session.Factor;
import dev.serdab.session.SessionCookie;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.util.Optional;
import java.util.Set;

/**
 * Lets in whoever has just shown on a page who they are, and leads them on to what waits. Every
 * page that signs somebody in, by whatever they show, does it here.
 */
@Component
public class Entrance {

    private final BrowserSessions sessions;
    private final SessionCookie cookie;
    private final WaitingRequests waitingRequests;
    private final SecondStep secondStep;
    private final ObjectProvider<Interlude> interludes;
    private final KnownBrowsers browsers;

    Entrance(
            BrowserSessions sessions,
            SessionCookie cookie,
            WaitingRequests waitingRequests,
            SecondStep secondStep,
            ObjectProvider<Interlude> interludes,
            KnownBrowsers browsers) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.waitingRequests = waitingRequests;
        this.secondStep = secondStep;
        this.interludes = interludes;
        this.browsers = browsers;
    }

    /**
     * Somebody at the door.
     *
     * @param before who was signed in in this browser so far
     * @param onward where they want to
     */
    public record Arrival(
            @Nullable BrowserSession before,
            Onward onward,
            HttpServletRequest request,
            HttpServletResponse response) {}

    /**
     * Opens a session and leads to the request that waits, to a device, or to the account. Where
     * one factor is not enough it leads to the second step instead, and opens nothing.
     *
     * @param checked the account as it was when what they showed was checked
     * @param factors all that they showed
     * @return nothing if that no longer counts, as after a password reset
     */
    public Optional<ModelAndView> enter(Account checked, Set<Factor> factors, Arrival arrival) {
        if (!AuthenticationClass.isTwoFactor(factors)) {
            var next = secondStep.next(checked, factors, arrival);
            if (next.isPresent()) {
                return next.map(Redirects::seeOther);
            }
        }
        return sessions.signIn(checked, arrival.before(), factors)
                .map(opened -> {
                    cookie.set(arrival.response(), opened.secret());
                    browsers.signedIn(checked, arrival.request(), arrival.response());
                    return leadOn(opened.session(), arrival);
                });
    }

    private ModelAndView leadOn(BrowserSession session, Arrival arrival) {
        var before = arrival.before();
        boolean isAnother = before != null && !before.account().id().equals(session.account().id());
        var onward = isAnother ? arrival.onward().forAnother() : arrival.onward();
        var app =
                Optional.ofNullable(onward.handle())
                        .flatMap(kept -> waitingRequests.signedIn(kept, session));
        return Redirects.seeOther(
                interludes.stream()
                        .flatMap(interlude -> interlude.path(session, onward).stream())
                        .findFirst()
                        .map(onward::after)
                        .or(() -> app)
                        .orElseGet(onward::withoutApp));
    }

    /** Leads on from an {@link Interlude}, to where the sign-in before it led. */
    public ModelAndView goOn(Onward onward) {
        return Redirects.seeOther(
                Optional.ofNullable(onward.handle())
                        .flatMap(waitingRequests::address)
                        .orElseGet(onward::withoutApp));
    }
}
