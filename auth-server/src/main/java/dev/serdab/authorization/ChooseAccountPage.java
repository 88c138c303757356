package dev.serdab.authorization;

import dev.serdab.authorization.WaitingRequests.Waiting;
import dev.serdab.page.Redirects;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks as whom to go on ({@code prompt=select_account}): as who is signed in, or as another. */
@Controller
class ChooseAccountPage {

    private final WaitingRequests waitingRequests;
    private final PendingRequests pendingRequests;

    ChooseAccountPage(WaitingRequests waitingRequests, PendingRequests pendingRequests) {
        this.waitingRequests = waitingRequests;
        this.pendingRequests = pendingRequests;
    }

    @GetMapping("/choose-account")
    ModelAndView ask(
            @RequestParam("continue") String handle,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletRequest http) {
        return waitingRequests.page(handle, session, (waiting, who) -> page(waiting, who, http));
    }

    @PostMapping("/choose-account")
    ModelAndView choose(
            @RequestParam("continue") String handle,
            @RequestParam("account") String account,
            @RequestParam(name = "shown-to", required = false) @Nullable String shownTo,
            @AuthenticationPrincipal @Nullable BrowserSession session) {
        return waitingRequests.answer(
                handle,
                shownTo,
                session,
                (waiting, who) -> {
                    if (!account.equals("this")) {
                        return Redirects.seeOther(
                                "/sign-in?continue=" + waiting.pending().handle());
                    }
                    pendingRequests.choose(waiting.pending(), who.id());
                    return AuthorizationEndpoint.goOn(waiting.pending());
                });
    }

    private static ModelAndView page(
            Waiting waiting, BrowserSession session, HttpServletRequest http) {
        return RequestPages.of("authorization/choose-account", waiting, session, http)
                .addObject("name", session.account().name());
    }
}
