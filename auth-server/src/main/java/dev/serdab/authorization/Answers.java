package dev.serdab.authorization;

import dev.serdab.page.ErrorPage;
import dev.serdab.page.Redirects;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.protocol.QueryString;
import dev.serdab.session.BrowserSession;
import dev.serdab.settings.ServerSettings;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Sends the browser back to the app, always with {@code iss} (RFC 9207 §2). */
@Component
class Answers {

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

    /** Grants these scopes and sends the code. */
    ModelAndView grant(AuthorizationRequest request, BrowserSession session, Set<String> scopes) {
        return granting.grant(request, session, scopes)
                .map(code -> send(request.answerAddress(), Map.of("code", code)))
                .orElseGet(() -> refuse(request.answerAddress(), OVER));
    }

    /** Sends an error. */
    ModelAndView refuse(AnswerAddress to, ProtocolError error) {
        return send(to, error.members());
    }

    /** Shows the person what is wrong, as there is no one to send it to. */
    ModelAndView show(Reading.Unanswerable reading) {
        return ErrorPage.of(HttpStatus.BAD_REQUEST, reading.reason(), reading.argument());
    }

    private ModelAndView send(AnswerAddress to, Map<String, String> members) {
        var parameters = new LinkedHashMap<>(members);
        if (to.state() != null) {
            parameters.put("state", to.state());
        }
        parameters.put("iss", issuer);
        return Redirects.seeOther(QueryString.append(to.redirectUri(), parameters));
    }
}
