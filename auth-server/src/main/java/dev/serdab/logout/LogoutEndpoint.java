package dev.serdab.logout;

import dev.serdab.logout.LogoutRequests.Reading;
import dev.serdab.page.ErrorPage;
import dev.serdab.page.PageHeaders;
import dev.serdab.page.Redirects;
import dev.serdab.protocol.Parameters;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.net.URI;

/**
 * The end-session endpoint. An app that brings an ID token of this session signs it out at once;
 * otherwise the person is asked first, so that no link can sign anybody out.
 */
@Controller
class LogoutEndpoint {

    private static final String PATH = "/connect/logout";
    private static final String CONFIRMED = "/connect/logout/confirmed";

    private final LogoutRequests requests;
    private final Farewell farewell;

    LogoutEndpoint(LogoutRequests requests, Farewell farewell) {
        this.requests = requests;
        this.farewell = farewell;
    }

    /**
     * A POST from an app's page brings no cookie, so nobody would be found to be signed in: it is
     * answered with a GET of its own.
     */
    @PostMapping(PATH)
    ModelAndView logoutByPost(HttpServletRequest http) {
        var parameters = Parameters.of(http);
        return switch (requests.read(parameters)) {
            case Reading.Bad(var reason, var argument) ->
                    ErrorPage.of(HttpStatus.BAD_REQUEST, reason, argument);
            case Reading.Good _ ->
                    Redirects.seeOther(PATH + "?" + parameters.toQuery(LogoutRequests.KNOWN));
        };
    }

    @GetMapping(PATH)
    ModelAndView logout(
            HttpServletRequest http,
            HttpServletResponse response,
            @AuthenticationPrincipal @Nullable BrowserSession session) {
        return switch (requests.read(Parameters.of(http))) {
            case Reading.Bad(var reason, var argument) ->
                    ErrorPage.of(HttpStatus.BAD_REQUEST, reason, argument);
            case Reading.Good(var request) ->
                    session == null || request.isAbout(session)
                            ? end(request, session, http, response)
                            : ask(request, session, http);
        };
    }

    /** From the page that asked; behind a CSRF token, unlike the endpoint itself. */
    @PostMapping(CONFIRMED)
    ModelAndView confirmed(
            HttpServletRequest http,
            HttpServletResponse response,
            @AuthenticationPrincipal @Nullable BrowserSession session) {
        return switch (requests.read(Parameters.of(http))) {
            case Reading.Bad(var reason, var argument) ->
                    ErrorPage.of(HttpStatus.BAD_REQUEST, reason, argument);
            case Reading.Good(var request) -> end(request, session, http, response);
        };
    }

    private ModelAndView end(
            LogoutRequest request,
            @Nullable BrowserSession session,
            HttpServletRequest http,
            HttpServletResponse response) {
        return farewell.end(session, request.destination(), request.client(), http, response);
    }

    private ModelAndView ask(
            LogoutRequest request, BrowserSession session, HttpServletRequest http) {
        if (request.returnUri() != null) {
            PageHeaders.allowFormTarget(http, URI.create(request.returnUri()));
        }
        var client = request.client();
        return new ModelAndView("signin/sign-out")
                .addObject("email", session.account().email().value())
                .addObject("clientName", client == null ? null : client.name())
                .addObject("action", CONFIRMED)
                .addObject("hidden", request.toCarry());
    }
}
