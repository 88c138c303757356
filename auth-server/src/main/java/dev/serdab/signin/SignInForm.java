package dev.serdab.signin;

import dev.serdab.authorization.AuthorizationRequest;
import dev.serdab.authorization.WaitingRequests;
import dev.serdab.session.BrowserSession;
import dev.serdab.settings.SignUpSettings;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the sign-in page shows, also to whoever tried something else there than a password. */
@Component
public class SignInForm {

    private final WaitingRequests waitingRequests;
    private final List<SignInOption> options;
    private final SignUpSettings signUps;

    SignInForm(
            WaitingRequests waitingRequests, List<SignInOption> options, SignUpSettings signUps) {
        this.waitingRequests = waitingRequests;
        this.options = options;
        this.signUps = signUps;
    }

    /** For somebody who has not tried yet. */
    ModelAndView fresh(
            Onward onward, @Nullable BrowserSession session, HttpServletRequest request) {
        var page = new ModelAndView("signin/sign-in");
        var waiting = show(page, onward, request);
        var again =
                Optional.ofNullable(session)
                        .filter(_ ->
                                onward.to() != null
                                        || waiting.filter(AuthorizationRequest::wantsFreshSignIn)
                                                .isPresent())
                        .map(who -> who.account().email().value());
        return page.addObject(
                        "email",
                        waiting.map(AuthorizationRequest::loginHint).or(() -> again).orElse(""))
                .addObject("again", again.orElse(null))
                .addObject("signedInAs", signedInAs(onward, session))
                .addObject(
                        "problem", onward.handle() != null && waiting.isEmpty() ? "expired" : null);
    }

    /** Whom a person who just opened the page is signed in as: they may go on as that. */
    private static @Nullable String signedInAs(Onward onward, @Nullable BrowserSession session) {
        boolean isLedHere =
                onward.handle() != null || onward.device() != null || onward.to() != null;
        return session == null || isLedHere ? null : session.account().email().value();
    }

    /**
     * For somebody who was not let in.
     *
     * @param email as they typed it
     * @param problem why, as the last part of a message key {@code sign-in.problem.…}
     */
    public ModelAndView again(
            Onward onward,
            String email,
            String problem,
            HttpStatus status,
            HttpServletRequest request) {
        var page = new ModelAndView("signin/sign-in");
        page.setStatus(status);
        show(page, onward, request);
        return page.addObject("email", email).addObject("problem", problem);
    }

    /** For somebody who tried too often. */
    public ModelAndView later(
            Onward onward, String email, Duration wait, HttpServletRequest request) {
        return again(onward, email, "too-many", HttpStatus.TOO_MANY_REQUESTS, request)
                .addObject("retryAfterMinutes", wait.toSeconds() / 60 + 1);
    }

    private Optional<AuthorizationRequest> show(
            ModelAndView page, Onward onward, HttpServletRequest request) {
        options.forEach(option -> option.show(page, request));
        page.addObject("device", onward.device()).addObject("isSignUpClosed", !signUps.open());
        var waiting = waitingRequests.show(page, onward.handle(), request);
        (waiting.isPresent() ? onward : onward.withoutHandle()).on(page);
        return waiting;
    }
}
