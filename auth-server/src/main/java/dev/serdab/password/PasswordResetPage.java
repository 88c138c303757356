package dev.serdab.password;

import dev.serdab.account.Account;
import dev.serdab.account.WhiteSpace;
import dev.serdab.mailedlink.LinkPages;
import dev.serdab.mailedlink.LinkPurpose;
import dev.serdab.mailedlink.LinkState.Good;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.passwordhash.TooManyPasswords;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;

/**
 * Where a password link leads unless a setting names a front end, and where one asks for it. Nobody
 * is signed in by it: whatever else a sign-in asks for is still asked.
 */
@Controller
class PasswordResetPage {

    private static final LinkPurpose PURPOSE = LinkPurpose.PASSWORD_RESET;

    private final PasswordResets resets;

    PasswordResetPage(PasswordResets resets) {
        this.resets = resets;
    }

    @GetMapping("/password/reset/confirm/{uid}/{token}")
    ModelAndView show(@PathVariable String uid, @PathVariable String token) {
        return resets.look(uid, token) instanceof Good(var account)
                ? form(account, uid, token, HttpStatus.OK, List.of())
                : LinkPages.notValid(PURPOSE);
    }

    @PostMapping("/password/reset/confirm/{uid}/{token}")
    ModelAndView choose(
            @PathVariable String uid,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletResponse response) {
        if (!(resets.look(uid, token) instanceof Good(var account))) {
            return LinkPages.notValid(PURPOSE);
        }
        var typed = WhiteSpace.strip(password);
        if (typed.isEmpty() || PasswordHasher.isTooLong(typed)) {
            return again(account, uid, token, List.of("form.problem.password"));
        }
        try {
            return switch (resets.complete(uid, token, NewPassword.typedOnce(typed), locale)) {
                case PasswordReset.Done _ -> new ModelAndView("password/chosen");
                case PasswordReset.Refused(var rules) ->
                        again(account, uid, token, rules.stream().map(PasswordRule::key).toList());
                case PasswordReset.LinkNotValid _, PasswordReset.NoAccount _ ->
                        LinkPages.notValid(PURPOSE);
                case PasswordReset.Differs _ ->
                        throw new IllegalStateException("what is typed once does not differ");
            };
        } catch (TooManyPasswords e) {
            response.setIntHeader("Retry-After", TooManyPasswords.RETRY_AFTER_SECONDS);
            var busy = List.of("form.problem.busy");
            return form(account, uid, token, HttpStatus.SERVICE_UNAVAILABLE, busy);
        }
    }

    @GetMapping("/password/reset")
    ModelAndView ask() {
        return LinkPages.ask(PURPOSE);
    }

    @PostMapping("/password/reset")
    ModelAndView send(@RequestParam(defaultValue = "") String email, Locale locale) {
        return LinkPages.asked(PURPOSE, email, address -> resets.send(address, locale));
    }

    private static ModelAndView again(
            Account account, String uid, String token, List<String> problems) {
        return form(account, uid, token, HttpStatus.UNPROCESSABLE_CONTENT, problems);
    }

    private static ModelAndView form(
            Account account, String uid, String token, HttpStatus status, List<String> problems) {
        var page = new ModelAndView("password/choose");
        page.setStatus(status);
        return page.addObject("email", account.email().value())
                .addObject("uid", uid)
                .addObject("token", token)
                .addObject("problems", problems);
    }
}
