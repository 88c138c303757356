package dev.serdab.logout;

import dev.serdab.session.BrowserSession;
import dev.serdab.session.BrowserSessions;
import dev.serdab.session.SessionCookie;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;

/** Signing out at one's own wish. */
@Controller
class SignOutPage {

    private final BrowserSessions sessions;
    private final SessionCookie cookie;

    SignOutPage(BrowserSessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/sign-out")
    ModelAndView ask(@AuthenticationPrincipal @Nullable BrowserSession session) {
        return session == null
                ? new ModelAndView("signin/signed-out")
                : new ModelAndView("signin/sign-out")
                        .addObject("email", session.account().email().value())
                        .addObject("action", "/sign-out")
                        .addObject("hidden", Map.of());
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletResponse response) {
        if (session != null) {
            sessions.end(session.id());
        }
        cookie.clear(response);
        return new ModelAndView("signin/signed-out");
    }
}
