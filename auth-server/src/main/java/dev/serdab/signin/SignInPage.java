package dev.serdab.signin;

import dev.serdab.authorization.AuthorizationRequest;
import dev.serdab.authorization.WaitingRequests;
import dev.serdab.credential.PasswordCheck;
import dev.serdab.credential.PasswordCheck.Verdict;
import dev.serdab.limit.Visitor;
import dev.serdab.passwordhash.TooManyPasswords;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.Factor;
import dev.serdab.settings.SignUpSettings;
import dev.serdab.signin.Entrance.Arrival;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Optional;
import java.util.Set;

/** The sign-in page. Where it leads is named by a handle of ours only, never by a URL. */
@Controller
class SignInPage {

    private final PasswordCheck passwords;
    private final Entrance entrance;
    private final WaitingRequests waitingRequests;
    private final SignUpSettings signUps;

    SignInPage(
            PasswordCheck passwords,
            Entrance entrance,
            WaitingRequests waitingRequests,
            SignUpSettings signUps) {
        this.signUps = signUps;
        this.passwords = passwords;
        this.entrance = entrance;
        this.waitingRequests = waitingRequests;
    }

    @GetMapping("/sign-in")
    ModelAndView show(
            @ModelAttribute Onward onward,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletRequest request) {
        var page = new ModelAndView("signin/sign-in");
        var waiting = show(page, onward, request);
        var again =
                Optional.ofNullable(onward.to() == null ? null : session)
                        .map(who -> who.account().email().value());
        return page.addObject(
                        "email",
                        waiting.map(AuthorizationRequest::loginHint).or(() -> again).orElse(""))
                .addObject("isAgain", again.isPresent())
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

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @ModelAttribute Onward onward,
            @AuthenticationPrincipal @Nullable BrowserSession before,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var verdict = passwords.check(email, password, Visitor.at(request.getRemoteAddr()));
            return switch (verdict) {
                case Verdict.Accepted(var account) ->
                        entrance.enter(
                                        account,
                                        Set.of(Factor.PASSWORD),
                                        new Arrival(before, onward, request, response))
                                .orElseGet(() -> wrong(onward, email, request));
                case Verdict.Rejected _ -> wrong(onward, email, request);
                case Verdict.NotActive _ ->
                        again(
                                onward,
                                email,
                                "not-active",
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                request);
                case Verdict.TooMany(var wait) ->
                        again(onward, email, "too-many", HttpStatus.TOO_MANY_REQUESTS, request)
                                .addObject("retryAfterMinutes", wait.toSeconds() / 60 + 1);
            };
        } catch (TooManyPasswords e) {
            response.setIntHeader("Retry-After", TooManyPasswords.RETRY_AFTER_SECONDS);
            return again(onward, email, "busy", HttpStatus.SERVICE_UNAVAILABLE, request);
        }
    }

    private ModelAndView wrong(Onward onward, String email, HttpServletRequest request) {
        return again(onward, email, "wrong", HttpStatus.UNPROCESSABLE_CONTENT, request);
    }

    private ModelAndView again(
            Onward onward,
            String email,
            String problem,
            HttpStatusCode status,
            HttpServletRequest request) {
        var page = new ModelAndView("signin/sign-in");
        page.setStatus(status);
        show(page, onward, request);
        return page.addObject("email", email).addObject("problem", problem);
    }

    private Optional<AuthorizationRequest> show(
            ModelAndView page, Onward onward, HttpServletRequest request) {
        var waiting = waitingRequests.show(page, onward.handle(), request);
        page.addObject("isSignUpClosed", !signUps.open());
        (waiting.isPresent() ? onward : onward.withoutHandle()).on(page);
        return waiting;
    }
}
