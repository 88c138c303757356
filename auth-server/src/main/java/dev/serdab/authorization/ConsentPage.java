package dev.serdab.authorization;

import dev.serdab.authorization.WaitingRequests.Waiting;
import dev.serdab.consent.Consents;
import dev.serdab.consent.ScopeLines;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** Asks a person whether an app may have what it asks for. */
@Controller
class ConsentPage {

    private final WaitingRequests waitingRequests;
    private final PendingRequests pendingRequests;
    private final Consents consents;
    private final ScopeLines lines;
    private final Answers answers;
    private final NextSteps nextSteps;
    private final LocaleResolver languages;

    ConsentPage(
            WaitingRequests waitingRequests,
            PendingRequests pendingRequests,
            Consents consents,
            ScopeLines lines,
            Answers answers,
            NextSteps nextSteps,
            LocaleResolver languages) {
        this.waitingRequests = waitingRequests;
        this.pendingRequests = pendingRequests;
        this.consents = consents;
        this.lines = lines;
        this.answers = answers;
        this.nextSteps = nextSteps;
        this.languages = languages;
    }

    @GetMapping("/consent")
    ModelAndView ask(
            @RequestParam("continue") String handle,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletRequest http) {
        return waitingRequests.page(handle, session, (waiting, who) -> page(waiting, who, http));
    }

    @PostMapping("/consent")
    ModelAndView decide(
            @RequestParam("continue") String handle,
            @RequestParam(name = "shown-to", required = false) @Nullable String shownTo,
            @RequestParam("decision") String decision,
            @RequestParam(name = "scope", required = false) @Nullable List<String> chosen,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletRequest http) {
        return waitingRequests.answer(
                handle,
                shownTo,
                session,
                (waiting, who) ->
                        isTheQuestion(nextSteps.of(waiting.request(), who, waiting.pending()))
                                ? decided(waiting, who, decision, chosen, http)
                                : AuthorizationEndpoint.goOn(waiting.pending()));
    }

    private ModelAndView decided(
            Waiting waiting,
            BrowserSession session,
            String decision,
            @Nullable List<String> chosen,
            HttpServletRequest http) {
        if (!pendingRequests.take(waiting.pending())) {
            return answers.over();
        }
        var request = waiting.request();
        var scopes =
                ScopeLines.allowed(request.scopesToAllow(), chosen == null ? List.of() : chosen);
        boolean nothing = scopes.isEmpty() && !request.scopesToAllow().isEmpty();
        if (!decision.equals("allow") || nothing) {
            return answers.refuse(
                    request.answerTo(),
                    new ProtocolError(
                            HttpStatus.BAD_REQUEST,
                            "access_denied",
                            "The person did not allow it."),
                    http);
        }
        consents.remember(session.account().id(), request.client().clientId(), scopes);
        return answers.grant(request, session, scopes, http);
    }

    /** Whether consent is all that is missing, or not even that since another tab was quicker. */
    private static boolean isTheQuestion(NextStep step) {
        return step instanceof NextStep.AskConsent || step instanceof NextStep.Grant;
    }

    private ModelAndView page(Waiting waiting, BrowserSession session, HttpServletRequest http) {
        var request = waiting.request();
        var page = RequestPages.of("authorization/consent", waiting, session, http);
        return page.addObject(
                "scopes",
                lines.of(
                        request.scopesToAllow(),
                        session.account().id(),
                        request.client().clientId(),
                        languages.resolveLocale(http)));
    }
}
