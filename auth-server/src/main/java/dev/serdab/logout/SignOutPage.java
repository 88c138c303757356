package dev.serdab.logout;

import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;
import java.util.Optional;

/** Signing out at one's own wish. */
@Controller
class SignOutPage {

    private final Farewell farewell;

    SignOutPage(Farewell farewell) {
        this.farewell = farewell;
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
            HttpServletRequest request,
            HttpServletResponse response) {
        return farewell.end(session, Optional.empty(), null, request, response);
    }
}
