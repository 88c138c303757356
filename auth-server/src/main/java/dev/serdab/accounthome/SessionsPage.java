package dev.serdab.accounthome;

import dev.serdab.account.Accounts;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.page.Redirects;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.BrowserSessions;
import dev.serdab.session.KnownSessions;
import dev.serdab.session.SessionCookie;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.UUID;

/**
 * Where somebody is signed in, and buttons that end it: one browser, all others, or everything,
 * what apps and front ends hold included.
 */
@Controller
class SessionsPage {

    private static final String PATH = "/account/sessions";

    private final KnownSessions known;
    private final BrowserSessions sessions;
    private final Accounts accounts;
    private final SessionCookie cookie;

    SessionsPage(
            KnownSessions known,
            BrowserSessions sessions,
            Accounts accounts,
            SessionCookie cookie) {
        this.known = known;
        this.sessions = sessions;
        this.accounts = accounts;
        this.cookie = cookie;
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal BrowserSession session) {
        return new ModelAndView("accounthome/sessions")
                .addObject("here", session.id())
                .addObject("sessions", known.of(session.account().id()));
    }

    @PostMapping(PATH)
    ModelAndView end(
            @RequestParam("session") UUID ended, @AuthenticationPrincipal BrowserSession session) {
        sessions.endOther(ended, session.account().id());
        return Redirects.seeOther(PATH);
    }

    @PostMapping(PATH + "/others")
    ModelAndView endOthers(@AuthenticationPrincipal BrowserSession session) {
        sessions.endOthers(session);
        return Redirects.seeOther(PATH);
    }

    @PostMapping(PATH + "/everything")
    ModelAndView endEverything(
            @AuthenticationPrincipal BrowserSession session, HttpServletResponse response) {
        accounts.revokeAccess(session.account().id());
        cookie.clear(response);
        return Redirects.seeOther("/sign-in");
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry sessionsEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.SESSIONS, PATH);
        }
    }
}
