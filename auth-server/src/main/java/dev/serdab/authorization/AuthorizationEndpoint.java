package dev.serdab.authorization;

import dev.serdab.authorization.PendingRequests.Pending;
import dev.serdab.clientregistration.MetadataDocuments;
import dev.serdab.page.Redirects;
import dev.serdab.protocol.Parameters;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
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

    private final MetadataDocuments documents;
    private final RequestReader reader;
    private final PendingRequests pendingRequests;
    private final PushedRequests pushedRequests;
    private final NextSteps nextSteps;
    private final EarlyRefusals refusals;
    private final Answers answers;

    AuthorizationEndpoint(
            MetadataDocuments documents,
            RequestReader reader,
            PendingRequests pendingRequests,
            PushedRequests pushedRequests,
            NextSteps nextSteps,
            EarlyRefusals refusals,
            Answers answers) {
        this.documents = documents;
        this.reader = reader;
        this.pendingRequests = pendingRequests;
        this.pushedRequests = pushedRequests;
        this.nextSteps = nextSteps;
        this.refusals = refusals;
        this.answers = answers;
    }

    @GetMapping(PATH)
    ModelAndView start(
            HttpServletRequest http, @AuthenticationPrincipal @Nullable BrowserSession session) {
        var parameters = Parameters.of(http);
        return PushedRequests.isNamedBy(parameters)
                ? pushedRequests
                        .open(parameters)
                        .map(pending -> proceed(pending, session, http))
                        .orElseGet(answers::tooLate)
                : proceed(read(parameters, http), session, null, http);
    }

    /** Goes on with a request after a sign-in. */
    @GetMapping(
            path = PATH,
            params = {"continue", "!client_id"})
    ModelAndView goOn(
            @RequestParam("continue") String handle,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletRequest http) {
        return pendingRequests
                .find(handle)
                .map(pending -> proceed(pending, session, http))
                .orElseGet(answers::over);
    }

    /** A POST from another site brings no cookie, so it is answered with a GET of its own. */
    @PostMapping(PATH)
    ModelAndView startByPost(HttpServletRequest http) {
        var parameters = Parameters.of(http);
        if (PushedRequests.isNamedBy(parameters)) {
            return pushedRequests
                    .open(parameters)
                    .map(AuthorizationEndpoint::goOn)
                    .orElseGet(answers::tooLate);
        }
        return switch (read(parameters, http)) {
            case Reading.Unanswerable unanswerable -> answers.show(unanswerable);
            case Reading.Refused(var to, var error) -> refusals.refuse(to, error, null, null, http);
            case Reading.Valid(var request) -> wait(PATH, request, null);
        };
    }

    private Reading read(Parameters parameters, HttpServletRequest http) {
        var clientId = parameters.text("client_id");
        return clientId == null || documents.prepare(clientId, http.getRemoteAddr())
                ? reader.read(parameters)
                : Reading.Unanswerable.unknownClient(clientId);
    }

    private ModelAndView proceed(
            Pending pending, @Nullable BrowserSession session, HttpServletRequest http) {
        return proceed(reader.readKept(pending.parameters()), session, pending, http);
    }

    private ModelAndView proceed(
            Reading reading,
            @Nullable BrowserSession session,
            @Nullable Pending pending,
            HttpServletRequest http) {
        return switch (reading) {
            case Reading.Unanswerable unanswerable -> answers.show(unanswerable);
            case Reading.Refused(var to, var error) ->
                    refusals.refuse(to, error, session, pending, http);
            case Reading.Valid(var request) -> step(request, session, pending, http);
        };
    }

    private ModelAndView step(
            AuthorizationRequest request,
            @Nullable BrowserSession session,
            @Nullable Pending pending,
            HttpServletRequest http) {
        return switch (nextSteps.of(request, session, pending)) {
            case NextStep.SignIn _ -> wait("/sign-in", request, pending);
            case NextStep.SignUp _ -> wait("/sign-up", request, pending);
            case NextStep.SetUpSecondFactor _ -> wait("/account/second-factor", request, pending);
            case NextStep.ChooseAccount _ -> wait("/choose-account", request, pending);
            case NextStep.AskConsent _ -> wait("/consent", request, pending);
            case NextStep.Impossible(var error) ->
                    isFirst(pending)
                            ? refusals.refuse(request.answerTo(), error, session, pending, http)
                            : answers.over();
            case NextStep.Grant(var who) ->
                    isFirst(pending)
                            ? answers.grant(request, who, request.scopesToAllow(), http)
                            : answers.over();
        };
    }

    /** Whether a request was not answered yet; from now on it was. */
    private boolean isFirst(@Nullable Pending pending) {
        return pending == null || pendingRequests.take(pending);
    }

    private ModelAndView wait(
            String path, AuthorizationRequest request, @Nullable Pending pending) {
        return Redirects.seeOther(
                at(
                        path,
                        pending == null
                                ? pendingRequests.keep(request.parameters())
                                : pending.handle()));
    }

    /** Lets a page hand a request back, for whatever is to happen next. */
    static ModelAndView goOn(Pending pending) {
        return Redirects.seeOther(continuing(pending));
    }

    /** Where a request that waits goes on. */
    static String continuing(Pending pending) {
        return at(PATH, pending.handle());
    }

    private static String at(String path, String handle) {
        return path + "?continue=" + handle;
    }
}
