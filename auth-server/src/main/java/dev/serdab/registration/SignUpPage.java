package dev.serdab.registration;

import dev.serdab.account.Account;
import dev.serdab.authorization.WaitingRequests;
import dev.serdab.limit.Visitor;
import dev.serdab.page.Redirects;
import dev.serdab.password.PasswordRule;
import dev.serdab.password.PasswordRules;
import dev.serdab.passwordhash.TooManyPasswords;
import dev.serdab.registration.DiscreetRegistrations.Discreet;
import dev.serdab.registration.SignUpForms.Visit;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.Factor;
import dev.serdab.settings.SignUpSettings;
import dev.serdab.signin.Entrance;
import dev.serdab.signin.Entrance.Arrival;
import dev.serdab.signin.Onward;

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
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Signing up in a browser, also at an app's wish ({@code prompt=create}, Initiating User
 * Registration via OpenID Connect 1.0 §4.1).
 */
@Controller
class SignUpPage {

    private final SignUpForms forms;
    private final DiscreetRegistrations registrations;
    private final PasswordRules rules;
    private final Entrance entrance;
    private final WaitingRequests waitingRequests;
    private final InterruptedRequest interrupted;
    private final LocaleResolver languages;
    private final SignUpSettings signUps;

    SignUpPage(
            SignUpForms forms,
            DiscreetRegistrations registrations,
            PasswordRules rules,
            Entrance entrance,
            WaitingRequests waitingRequests,
            InterruptedRequest interrupted,
            LocaleResolver languages,
            SignUpSettings signUps) {
        this.forms = forms;
        this.registrations = registrations;
        this.rules = rules;
        this.entrance = entrance;
        this.waitingRequests = waitingRequests;
        this.interrupted = interrupted;
        this.languages = languages;
        this.signUps = signUps;
    }

    @GetMapping("/sign-up")
    ModelAndView show(
            @ModelAttribute Onward onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!signUps.open()) {
            return closed(HttpStatus.OK);
        }
        var nothing = AccountForm.of("", "", "");
        return forms.fresh(new Visit(nothing, onward, null, request, response));
    }

    @PostMapping("/sign-up")
    ModelAndView signUp(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @ModelAttribute Onward onward,
            @AuthenticationPrincipal @Nullable BrowserSession before,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!signUps.open()) {
            return closed(HttpStatus.FORBIDDEN);
        }
        var typed = AccountForm.of(email, name, password);
        var visit = new Visit(typed, onward, before, request, response);
        var problems =
                registrations.asksForPassword()
                        ? typed.problems(rules)
                        : typed.problemsButPassword(rules);
        if (!problems.isEmpty()) {
            return forms.again(visit, problems);
        }
        try {
            return signUp(visit);
        } catch (TooManyPasswords e) {
            var wait = Duration.ofSeconds(TooManyPasswords.RETRY_AFTER_SECONDS);
            return forms.later(visit, HttpStatus.SERVICE_UNAVAILABLE, "busy", wait);
        }
    }

    private static ModelAndView closed(HttpStatus status) {
        var page = new ModelAndView("registration/closed");
        page.setStatus(status);
        return page;
    }

    private ModelAndView signUp(Visit visit) {
        var page = new ModelAndView("registration/signed-up");
        var waiting = waitingRequests.show(page, visit.onward().handle(), visit.request());
        var locale = languages.resolveLocale(visit.request());
        var visitor = Visitor.at(visit.request().getRemoteAddr());
        return switch (registrations.signUp(visit.typed(), visitor, locale)) {
            case Discreet.Mailed _ -> {
                waiting.ifPresent(
                        _ -> interrupted.remember(visit.onward().handle(), visit.response()));
                yield page.addObject("email", visit.typed().email());
            }
            case Discreet.Told(var signUp) ->
                    switch (signUp) {
                        case SignUp.Registered(var account) -> enter(account, visit);
                        case SignUp.AddressTaken _ ->
                                forms.again(
                                        visit,
                                        Map.of("email", List.of("form.problem.email-taken")));
                        case SignUp.PasswordRefused(var broken) ->
                                forms.again(visit, problems(broken));
                        case SignUp.PasswordsDiffer _ ->
                                throw new IllegalStateException("what is typed once can't differ");
                        case SignUp.TooMany(var wait) ->
                                forms.later(visit, HttpStatus.TOO_MANY_REQUESTS, "too-many", wait);
                    };
        };
    }

    private ModelAndView enter(Account account, Visit visit) {
        var factors = Set.of(Factor.PASSWORD);
        return entrance.enter(
                        account,
                        factors,
                        new Arrival(
                                visit.before(), visit.onward(), visit.request(), visit.response()))
                .orElseGet(() -> Redirects.seeOther("/sign-in"));
    }

    private static Map<String, List<String>> problems(List<PasswordRule> broken) {
        return Map.of("password", broken.stream().map(PasswordRule::key).toList());
    }
}
