package dev.serdab.authorization;

import dev.serdab.authorization.WaitingRequests.Waiting;
import dev.serdab.page.Languages;
import dev.serdab.page.PageHeaders;
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

import java.net.URI;

/** Asks as whom to go on ({@code prompt=select_account}): as who is signed in, or as another. */
@Controller
class ChooseAccountPage {

    private final WaitingRequests waitingRequests;
    private final PendingRequests pendingRequests;
    private final Answers answers;

    ChooseAccountPage(
            WaitingRequests waitingRequests, PendingRequests pendingRequests, Answers answers) {
        this.waitingRequests = waitingRequests;
        this.pendingRequests = pendingRequests;
        this.answers = answers;
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
        var waiting = waitingRequests.find(handle).orElse(null);
        if (waiting == null) {
            return answers.over();
        }
        if (session != null && WaitingRequests.isForAnother(shownTo, session)) {
            return Redirects.seeOther("/choose-account?continue=" + waiting.pending().handle());
        }
        if (session != null && account.equals("this")) {
            pendingRequests.choose(waiting.pending(), session.id());
            return AuthorizationEndpoint.goOn(waiting.pending());
        }
        return Redirects.seeOther("/sign-in?continue=" + waiting.pending().handle());
    }

    private static ModelAndView page(
            Waiting waiting, BrowserSession session, HttpServletRequest http) {
        var request = waiting.request();
        Languages.prefer(http, request.uiLocales());
        PageHeaders.allowFormTarget(http, URI.create(request.redirectUri()));
        return new ModelAndView("authorization/choose-account")
                .addObject("clientName", request.client().name())
                .addObject("clientHost", request.redirectHost())
                .addObject("shownTo", session.account().id())
                .addObject("name", session.account().name())
                .addObject("email", session.account().email().value())
                .addObject("continueHandle", waiting.pending().handle());
    }
}
