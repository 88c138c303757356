package dev.serdab.authorization;

import dev.serdab.client.RedirectUri;
import dev.serdab.page.ErrorPage;
import dev.serdab.page.PageHeaders;
import dev.serdab.page.Redirects;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.protocol.QueryString;
import dev.serdab.session.BrowserSession;
import dev.serdab.settings.ServerSettings;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Sends the browser back to the app, always with {@code iss} (RFC 9207 §2). */
@Component
class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private static final ProtocolError OVER =
            new ProtocolError(
                    HttpStatus.BAD_REQUEST,
                    "access_denied",
                    "The person signed out, or took the consent back, at this moment.");

    private final Granting granting;
    private final String issuer;

    Answers(Granting granting, ServerSettings settings) {
        this.granting = granting;
        this.issuer = settings.issuer();
    }

    /** Grants what was asked for of all that these scopes allow, and sends the code. */
    ModelAndView grant(
            AuthorizationRequest request,
            BrowserSession session,
            Set<String> allowed,
            HttpServletRequest http) {
        return granting.grant(request, session, allowed)
                .map(code -> send(request.answerTo(), Map.of("code", code), http))
                .orElseGet(() -> refuse(request.answerTo(), OVER, http));
    }

    /** Sends an error. */
    ModelAndView refuse(AnswerAddress to, ProtocolError error, HttpServletRequest http) {
        return send(to, error.members(), http);
    }

    /** Leaves it to the person whether the app gets an error. */
    ModelAndView offer(AnswerAddress to, ProtocolError error, HttpServletRequest http) {
        LOG.info("An app that registered itself gets {} only if the person goes on.", error.code());
        var parameters = parameters(to, error.members());
        boolean isForm = to.mode() == ResponseMode.FORM_POST;
        PageHeaders.allowFormTarget(http, URI.create(to.redirectUri()));
        return new ModelAndView("authorization/leaving")
                .addObject("clientName", to.client().name())
                .addObject("place", RedirectUri.placeOf(to.redirectUri()))
                .addObject("error", error.description())
                .addObject("action", isForm ? to.redirectUri() : address(to, parameters))
                .addObject("parameters", isForm ? parameters : null);
    }

    /** Shows the person what is wrong, as there is no one to send it to. */
    ModelAndView show(Reading.Unanswerable reading) {
        return show(reading.reason(), reading.words().toArray());
    }

    /** Says that a request was answered before, or waited too long. */
    ModelAndView over() {
        return show("request-over");
    }

    /** Says that there is no pushed request by this {@code request_uri}, or not any more. */
    ModelAndView tooLate() {
        return show("request-uri-over");
    }

    private static ModelAndView show(String reason, Object... words) {
        // What came from outside stays out of the log; the page shows it beside the request's id.
        LOG.info("An authorization request ended on an error page: {}.", reason);
        return ErrorPage.of(HttpStatus.BAD_REQUEST, reason, words);
    }

    private ModelAndView send(
            AnswerAddress to, Map<String, String> members, HttpServletRequest http) {
        var parameters = parameters(to, members);
        return to.mode() == ResponseMode.FORM_POST
                ? formPost(to, parameters, http)
                : Redirects.seeOther(address(to, parameters));
    }

    private Map<String, String> parameters(AnswerAddress to, Map<String, String> members) {
        var parameters = new LinkedHashMap<>(members);
        if (to.state() != null) {
            parameters.put("state", to.state());
        }
        parameters.put("iss", issuer);
        return parameters;
    }

    private static String address(AnswerAddress to, Map<String, String> parameters) {
        return to.mode() == ResponseMode.FRAGMENT
                ? QueryString.fragment(to.redirectUri(), parameters)
                : QueryString.append(to.redirectUri(), parameters);
    }

    private static ModelAndView formPost(
            AnswerAddress to, Map<String, String> parameters, HttpServletRequest http) {
        PageHeaders.allowFormPost(http, URI.create(to.redirectUri()));
        return new ModelAndView("authorization/form-post")
                .addObject("clientName", to.client().name())
                .addObject("action", to.redirectUri())
                .addObject("parameters", parameters);
    }
}
