package dev.serdab.authorization;

import dev.serdab.authorization.PendingRequests.Pending;
import dev.serdab.consent.Consents;
import dev.serdab.consent.ScopeCatalogue;
import dev.serdab.page.Languages;
import dev.serdab.page.PageHeaders;
import dev.serdab.page.Redirects;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.protocol.QueryString;
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

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks a person whether an app may have what it asks for. */
@Controller
class ConsentPage {

    private final RequestReader reader;
    private final PendingRequests pendingRequests;
    private final Consents consents;
    private final ScopeCatalogue catalogue;
    private final Answers answers;
    private final NextSteps nextSteps;
    private final LocaleResolver languages;

    ConsentPage(
            RequestReader reader,
            PendingRequests pendingRequests,
            Consents consents,
            ScopeCatalogue catalogue,
            Answers answers,
            NextSteps nextSteps,
            LocaleResolver languages) {
        this.reader = reader;
        this.pendingRequests = pendingRequests;
        this.consents = consents;
        this.catalogue = catalogue;
        this.answers = answers;
        this.nextSteps = nextSteps;
        this.languages = languages;
    }

    /**
     * A line of the page.
     *
     * @param required it cannot be left out
     * @param granted it was allowed before
     */
    record ScopeLine(String name, String sentence, boolean required, boolean granted) {}

    /** A request that waits, read again: its client may have changed meanwhile. */
    private record Waiting(Pending pending, AuthorizationRequest request) {}

    @GetMapping("/consent")
    ModelAndView ask(
            @RequestParam("continue") String handle,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletRequest http) {
        if (session == null) {
            return signIn(handle);
        }
        return waiting(handle)
                .map(waiting -> page(waiting, session, http))
                .orElseGet(AuthorizationEndpoint::answered);
    }

    @PostMapping("/consent")
    ModelAndView decide(
            @RequestParam("continue") String handle,
            @RequestParam("account") String account,
            @RequestParam("decision") String decision,
            @RequestParam(name = "scope", required = false) @Nullable List<String> chosen,
            @AuthenticationPrincipal @Nullable BrowserSession session) {
        var waiting = waiting(handle).orElse(null);
        if (waiting == null) {
            return AuthorizationEndpoint.answered();
        }
        if (session == null
                || nextSteps.of(waiting.request(), session, waiting.pending().since())
                        instanceof NextStep.SignIn) {
            return signIn(handle);
        }
        if (!account.equals(session.account().id().toString())) {
            // Somebody else has signed in since the page was shown: they were not asked yet.
            return Redirects.seeOther(QueryString.append("/consent", Map.of("continue", handle)));
        }
        if (!pendingRequests.take(waiting.pending())) {
            return AuthorizationEndpoint.answered();
        }
        var scopes = allowed(waiting.request(), chosen == null ? List.of() : chosen);
        boolean nothing = scopes.isEmpty() && !waiting.request().scopes().isEmpty();
        if (!decision.equals("allow") || nothing) {
            return answers.refuse(
                    waiting.request().answerAddress(),
                    new ProtocolError(
                            HttpStatus.BAD_REQUEST,
                            "access_denied",
                            "The person did not allow it."));
        }
        consents.remember(session.account().id(), waiting.request().client().clientId(), scopes);
        return answers.grant(waiting.request(), session, scopes);
    }

    private static ModelAndView signIn(String handle) {
        return Redirects.seeOther(QueryString.append("/sign-in", Map.of("continue", handle)));
    }

    private Optional<Waiting> waiting(String handle) {
        return pendingRequests
                .find(handle)
                .flatMap(pending ->
                        reader.read(pending.parameters()) instanceof Reading.Valid(var request)
                                ? Optional.of(new Waiting(pending, request))
                                : Optional.empty());
    }

    private ModelAndView page(Waiting waiting, BrowserSession session, HttpServletRequest http) {
        var request = waiting.request();
        Languages.prefer(http, request.uiLocales());
        var locale = languages.resolveLocale(http);
        var before = consents.of(session.account().id(), request.client().clientId());
        PageHeaders.allowFormTarget(http, URI.create(request.redirectUri()));
        var page = new ModelAndView("consent/consent");
        page.addObject("clientName", request.client().name());
        page.addObject("clientHost", host(request));
        page.addObject("email", session.account().email().value());
        page.addObject("account", session.account().id());
        page.addObject("continueHandle", waiting.pending().handle());
        page.addObject(
                "scopes",
                request.scopes().stream()
                        .map(scope ->
                                new ScopeLine(
                                        scope,
                                        catalogue.sentence(scope, locale),
                                        scope.equals("openid"),
                                        before.contains(scope)))
                        .toList());
        return page;
    }

    /** Only what was asked for; {@code openid} is not a choice. */
    private static Set<String> allowed(AuthorizationRequest request, List<String> chosen) {
        var allowed = new LinkedHashSet<>(request.scopes());
        allowed.removeIf(scope -> !scope.equals("openid") && !chosen.contains(scope));
        return allowed;
    }

    private static String host(AuthorizationRequest request) {
        var uri = URI.create(request.redirectUri());
        return uri.getAuthority() == null ? uri.getScheme() : uri.getAuthority();
    }
}
