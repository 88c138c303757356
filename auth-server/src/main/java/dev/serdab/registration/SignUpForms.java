package dev.serdab.registration;

import dev.serdab.authorization.AuthorizationRequest;
import dev.serdab.authorization.WaitingRequests;
import dev.serdab.session.BrowserSession;
import dev.serdab.signin.Onward;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The form of {@link SignUpPage}, with what was typed and what is wrong with it. */
@Component
class SignUpForms {

    private final WaitingRequests waitingRequests;
    private final DiscreetRegistrations registrations;

    SignUpForms(WaitingRequests waitingRequests, DiscreetRegistrations registrations) {
        this.registrations = registrations;
        this.waitingRequests = waitingRequests;
    }

    /**
     * Somebody before the form.
     *
     * @param onward where the new account leads
     * @param before who was signed in in this browser so far
     */
    record Visit(
            AccountForm typed,
            Onward onward,
            @Nullable BrowserSession before,
            HttpServletRequest request,
            HttpServletResponse response) {}

    /** As it is opened. */
    ModelAndView fresh(Visit visit) {
        return form(visit, HttpStatus.OK, Map.of());
    }

    /** Once more; the problems are keys of messages, by field. */
    ModelAndView again(Visit visit, Map<String, List<String>> problems) {
        return form(visit, HttpStatus.UNPROCESSABLE_CONTENT, problems);
    }

    /** Nothing is wrong with it, but it has to be sent again later. */
    ModelAndView later(Visit visit, HttpStatus status, String problem, Duration wait) {
        visit.response().setHeader("Retry-After", Long.toString(wait.toSeconds()));
        return form(visit, status, Map.of())
                .addObject("problem", problem)
                .addObject("retryAfterMinutes", wait.toSeconds() / 60 + 1);
    }

    private ModelAndView form(Visit visit, HttpStatus status, Map<String, List<String>> problems) {
        var page = new ModelAndView("registration/sign-up");
        page.setStatus(status);
        var hint =
                waitingRequests
                        .show(page, visit.onward().handle(), visit.request())
                        .map(AuthorizationRequest::loginHint)
                        .orElse("");
        var email = visit.typed().email();
        return page.addObject("withoutPassword", !registrations.asksForPassword())
                .addObject("device", visit.onward().device())
                .addObject("email", email.isEmpty() ? hint : email)
                .addObject("name", visit.typed().name())
                .addObject("problems", problems);
    }
}
