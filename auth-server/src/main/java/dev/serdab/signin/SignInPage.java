package dev.serdab.signin;

import dev.serdab.authorization.AuthorizationRequest;
import dev.serdab.authorization.WaitingRequests;
import dev.serdab.credential.PasswordCheck;
import dev.serdab.credential.PasswordCheck.Verdict;
import dev.serdab.limit.Visitor;
import dev.serdab.passwordhash.TooManyPasswords;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.Factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Set;

/** The sign-in page. Where it leads is named by a handle of ours only, never by a URL. */
@Controller
class SignInPage {

    private final PasswordCheck passwords;
    private final Entrance entrance;
    private final WaitingRequests waitingRequests;

    SignInPage(PasswordCheck passwords, Entrance entrance, WaitingRequests waitingRequests) {
        this.passwords = passwords;
        this.entrance = entrance;
        this.waitingRequests = waitingRequests;
    }

    @GetMapping("/sign-in")
    ModelAndView show(
            @RequestParam(name = "continue", required = false) @Nullable String handle,
            HttpServletRequest request) {
        var page = new ModelAndView("signin/sign-in");
        var waiting = waitingRequests.show(page, handle, request);
        return page.addObject("email", waiting.map(AuthorizationRequest::loginHint).orElse(""))
                .addObject("problem", handle != null && waiting.isEmpty() ? "expired" : null);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "continue", required = false) @Nullable String handle,
            @AuthenticationPrincipal @Nullable BrowserSession before,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var verdict = passwords.check(email, password, Visitor.at(request.getRemoteAddr()));
            return switch (verdict) {
                case Verdict.Accepted(var account) ->
                        entrance.enter(account, Set.of(Factor.PASSWORD), before, handle, response)
                                .orElseGet(() -> wrong(handle, email, request));
                case Verdict.Rejected _ -> wrong(handle, email, request);
                case Verdict.NotActive _ ->
                        again(
                                handle,
                                email,
                                "not-active",
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                request);
                case Verdict.TooMany(var wait) ->
                        again(handle, email, "too-many", HttpStatus.TOO_MANY_REQUESTS, request)
                                .addObject("retryAfterMinutes", wait.toSeconds() / 60 + 1);
            };
        } catch (TooManyPasswords e) {
            response.setIntHeader("Retry-After", TooManyPasswords.RETRY_AFTER_SECONDS);
            return again(handle, email, "busy", HttpStatus.SERVICE_UNAVAILABLE, request);
        }
    }

    private ModelAndView wrong(@Nullable String handle, String email, HttpServletRequest request) {
        return again(handle, email, "wrong", HttpStatus.UNPROCESSABLE_CONTENT, request);
    }

    private ModelAndView again(
            @Nullable String handle,
            String email,
            String problem,
            HttpStatusCode status,
            HttpServletRequest request) {
        var page = new ModelAndView("signin/sign-in");
        page.setStatus(status);
        waitingRequests.show(page, handle, request);
        return page.addObject("email", email).addObject("problem", problem);
    }
}
