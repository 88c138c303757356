package dev.serdab.authorization;

import dev.serdab.authorization.PendingRequests.Pending;
import dev.serdab.page.ErrorPage;
import dev.serdab.page.Redirects;
import dev.serdab.protocol.Parameters;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The authorization endpoint (RFC 6749 §3.1). */
@Controller
class AuthorizationEndpoint {

    private static final String PATH = "/oauth2/authorize";

    private final RequestReader reader;
    private final PendingRequests pendingRequests;
    private final NextSteps nextSteps;
    private final Answers answers;

    AuthorizationEndpoint(
            RequestReader reader,
            PendingRequests pendingRequests,
            NextSteps nextSteps,
            Answers answers) {
        this.reader = reader;
        this.pendingRequests = pendingRequests;
        this.nextSteps = nextSteps;
        this.answers = answers;
    }

    @GetMapping(PATH)
    ModelAndView start(
            HttpServletRequest request, @AuthenticationPrincipal @Nullable BrowserSession session) {
        return proceed(Parameters.of(request), session, null);
    }

    /** Goes on with a request after a sign-in. */
    @GetMapping(
            path = PATH,
            params = {"continue", "!client_id"})
    ModelAndView goOn(
            @RequestParam("continue") String handle,
            @AuthenticationPrincipal @Nullable BrowserSession session) {
        return pendingRequests
                .find(handle)
                .map(pending -> proceed(pending.parameters(), session, pending))
                .orElseGet(AuthorizationEndpoint::answered);
    }

    /** A POST from another site brings no cookie, so it is answered with a GET of its own. */
    @PostMapping(PATH)
    ModelAndView startByPost(HttpServletRequest request) {
        var parameters = Parameters.of(request);
        return switch (reader.read(parameters)) {
            case Reading.Unanswerable unanswerable -> answers.show(unanswerable);
            case Reading.Refused(var to, var error) -> answers.refuse(to, error);
            case Reading.Valid _ ->
                    Redirects.seeOther(PATH + "?continue=" + pendingRequests.keep(parameters));
        };
    }

    private ModelAndView proceed(
            Parameters parameters, @Nullable BrowserSession session, @Nullable Pending pending) {
        return switch (reader.read(parameters)) {
            case Reading.Unanswerable unanswerable -> answers.show(unanswerable);
            case Reading.Refused(var to, var error) -> answers.refuse(to, error);
            case Reading.Valid(var request) -> step(request, parameters, session, pending);
        };
    }

    private ModelAndView step(
            AuthorizationRequest request,
            Parameters parameters,
            @Nullable BrowserSession session,
            @Nullable Pending pending) {
        var since = pending == null ? null : pending.since();
        return switch (nextSteps.of(request, session, since)) {
            case NextStep.SignIn _ -> page("/sign-in", parameters, pending);
            case NextStep.AskConsent _ -> page("/consent", parameters, pending);
            case NextStep.Impossible(var error) -> answers.refuse(request.answerAddress(), error);
            case NextStep.Grant(var who) ->
                    pending == null || pendingRequests.take(pending)
                            ? answers.grant(request, who, request.scopes())
                            : answered();
        };
    }

    private ModelAndView page(String path, Parameters parameters, @Nullable Pending pending) {
        var handle = pending == null ? pendingRequests.keep(parameters) : pending.handle();
        return Redirects.seeOther(path + "?continue=" + handle);
    }

    static ModelAndView answered() {
        return ErrorPage.of(HttpStatus.BAD_REQUEST, "request-over");
    }
}
