package dev.serdab.signin;

import dev.serdab.credential.PasswordCheck;
import dev.serdab.credential.PasswordCheck.Verdict;
import dev.serdab.knownbrowser.BrowserCookie;
import dev.serdab.limit.Visitor;
import dev.serdab.passwordhash.TooManyPasswords;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.Factor;
import dev.serdab.signin.Entrance.Arrival;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Set;

/** The sign-in page. Where it leads is named by a handle of ours only, never by a URL. */
@Controller
class SignInPage {

    private final PasswordCheck passwords;
    private final Entrance entrance;
    private final BrowserCookie browserCookie;
    private final SignInForm form;

    SignInPage(
            PasswordCheck passwords,
            Entrance entrance,
            BrowserCookie browserCookie,
            SignInForm form) {
        this.passwords = passwords;
        this.entrance = entrance;
        this.browserCookie = browserCookie;
        this.form = form;
    }

    @GetMapping("/sign-in")
    ModelAndView show(
            @ModelAttribute Onward onward,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletRequest request) {
        return form.fresh(onward, session, request);
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
            var visitor = Visitor.at(request.getRemoteAddr());
            var verdict = passwords.check(email, password, visitor, browserCookie.read(request));
            return switch (verdict) {
                case Verdict.Accepted(var account) ->
                        entrance.enter(
                                        account,
                                        Set.of(Factor.PASSWORD),
                                        new Arrival(before, onward, request, response))
                                .orElseGet(() -> wrong(onward, email, request));
                case Verdict.Rejected _ -> wrong(onward, email, request);
                case Verdict.NotActive _ ->
                        form.again(
                                onward,
                                email,
                                "not-active",
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                request);
                case Verdict.TooMany(var wait) -> form.later(onward, email, wait, request);
            };
        } catch (TooManyPasswords e) {
            response.setIntHeader("Retry-After", TooManyPasswords.RETRY_AFTER_SECONDS);
            return form.again(onward, email, "busy", HttpStatus.SERVICE_UNAVAILABLE, request);
        }
    }

    private ModelAndView wrong(Onward onward, String email, HttpServletRequest request) {
        return form.again(onward, email, "wrong", HttpStatus.UNPROCESSABLE_CONTENT, request);
    }
}
