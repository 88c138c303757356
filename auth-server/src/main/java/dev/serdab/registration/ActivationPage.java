package dev.serdab.registration;

import dev.serdab.account.Account;
import dev.serdab.account.WhiteSpace;
import dev.serdab.mailedlink.LinkPages;
import dev.serdab.mailedlink.LinkPurpose;
import dev.serdab.mailedlink.LinkState;
import dev.serdab.password.PasswordRule;
import dev.serdab.password.PasswordRules;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.passwordhash.TooManyPasswords;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;

/**
 * Where an activation link leads unless a setting names a front end. Opening it does nothing, as
 * mail programs open links too; its button does. Who has no password chooses it there.
 */
@Controller
class ActivationPage {

    private static final LinkPurpose PURPOSE = LinkPurpose.ACTIVATION;

    private final Activations activations;
    private final PasswordRules rules;
    private final InterruptedRequest interrupted;

    ActivationPage(Activations activations, PasswordRules rules, InterruptedRequest interrupted) {
        this.activations = activations;
        this.rules = rules;
        this.interrupted = interrupted;
    }

    @GetMapping("/activate/{uid}/{token}")
    ModelAndView show(
            @PathVariable String uid, @PathVariable String token, HttpServletRequest request) {
        return switch (activations.look(uid, token)) {
            case LinkState.Good(var account) -> form(account, uid, token, HttpStatus.OK, List.of());
            case LinkState.Used _ -> activated(false, request);
            case LinkState.NotValid _, LinkState.NoAccount _ -> notValid();
        };
    }

    @PostMapping("/activate/{uid}/{token}")
    ModelAndView activate(
            @PathVariable String uid,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!(activations.look(uid, token) instanceof LinkState.Good(var account))
                || !activations.needPassword(account)) {
            return answer(activations.activate(uid, token, locale), uid, token, request);
        }
        var typed = WhiteSpace.strip(password);
        var problems = problems(typed, account);
        if (!problems.isEmpty()) {
            return form(account, uid, token, HttpStatus.UNPROCESSABLE_CONTENT, problems);
        }
        try {
            var activation = activations.activate(account, token, typed, locale);
            return answer(activation, uid, token, request);
        } catch (TooManyPasswords e) {
            response.setIntHeader("Retry-After", TooManyPasswords.RETRY_AFTER_SECONDS);
            var busy = List.of("form.problem.busy");
            return form(account, uid, token, HttpStatus.SERVICE_UNAVAILABLE, busy);
        }
    }

    private ModelAndView answer(
            Activation activation, String uid, String token, HttpServletRequest request) {
        return switch (activation) {
            case ACTIVATED -> activated(true, request);
            case ALREADY_ACTIVE -> activated(false, request);
            case PASSWORD_NEEDED -> show(uid, token, request);
            case LINK_NOT_VALID, NO_ACCOUNT -> notValid();
        };
    }

    private List<String> problems(String typed, Account account) {
        return typed.isEmpty() || PasswordHasher.isTooLong(typed)
                ? List.of("form.problem.password")
                : rules.broken(typed, account.email()).stream().map(PasswordRule::key).toList();
    }

    private ModelAndView form(
            Account account, String uid, String token, HttpStatus status, List<String> problems) {
        var page = new ModelAndView("registration/activate");
        page.setStatus(status);
        return page.addObject("email", account.email().value())
                .addObject("uid", uid)
                .addObject("token", token)
                .addObject("needsPassword", activations.needPassword(account))
                .addObject("problems", problems);
    }

    @GetMapping("/activate")
    ModelAndView ask() {
        checkOffered();
        return LinkPages.ask(PURPOSE);
    }

    @PostMapping("/activate")
    ModelAndView send(@RequestParam(defaultValue = "") String email, Locale locale) {
        checkOffered();
        return LinkPages.asked(PURPOSE, email, address -> activations.sendAgain(address, locale));
    }

    private ModelAndView notValid() {
        checkOffered();
        return LinkPages.notValid(PURPOSE);
    }

    /** Where accounts are active from the start, nobody gets here but by guessing. */
    private void checkOffered() {
        if (!activations.areWanted()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** Signing in leads on to what the person signed up for, if it was in this browser. */
    private ModelAndView activated(boolean isNew, HttpServletRequest request) {
        return new ModelAndView("registration/activated")
                .addObject("isNew", isNew)
                .addObject("continueHandle", interrupted.handle(request).orElse(null));
    }
}
