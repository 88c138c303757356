package dev.serdab.emailchange;

import dev.serdab.account.WhiteSpace;
import dev.serdab.accounthome.AccountForm;
import dev.serdab.password.PasswordRule;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.passwordhash.TooManyPasswords;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;

/**
 * Where the links lead that are mailed when an account moves to another address. Opening one does
 * nothing, as mail programs open links too; its button does.
 */
@Controller
class EmailMovePage {

    static final String CONFIRM = "/email/change/";
    static final String TAKE_BACK = "/email/restore/";

    private final EmailMoves moves;

    EmailMovePage(EmailMoves moves) {
        this.moves = moves;
    }

    @GetMapping(CONFIRM + "{token}")
    ModelAndView show(
            @PathVariable String token, @AuthenticationPrincipal @Nullable BrowserSession session) {
        var email = session == null ? null : moves.look(session.account(), token).orElse(null);
        if (email == null) {
            return moves.isGood(token) ? new ModelAndView("emailchange/sign-in-first") : notValid();
        }
        return new ModelAndView("emailchange/confirm")
                .addObject("token", token)
                .addObject("email", email.value());
    }

    @PostMapping(CONFIRM + "{token}")
    ModelAndView confirm(
            @PathVariable String token,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            Locale locale) {
        if (session == null) {
            return show(token, null);
        }
        return switch (moves.confirm(session.account(), token, locale)) {
            case EmailMove.Done _ -> new ModelAndView("emailchange/moved");
            case EmailMove.Taken _, EmailMove.LinkNotValid _ -> notValid();
            case EmailMove.Refused _ ->
                    throw new IllegalStateException("no password was asked for");
        };
    }

    @GetMapping(TAKE_BACK + "{token}")
    ModelAndView askToTakeBack(@PathVariable String token) {
        return moves.wayBack(token)
                .map(back -> form(token, back.email().value()).page())
                .orElseGet(EmailMovePage::notValid);
    }

    @PostMapping(TAKE_BACK + "{token}")
    ModelAndView takeBack(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response) {
        var back = moves.wayBack(token);
        if (back.isEmpty()) {
            return notValid();
        }
        var email = back.get().email().value();
        var typed = WhiteSpace.strip(password);
        if (typed.isEmpty() || PasswordHasher.isTooLong(typed)) {
            return form(token, email).wrong("password", List.of("form.problem.password")).page();
        }
        try {
            return switch (moves.takeBack(token, typed)) {
                case EmailMove.Done _ ->
                        new ModelAndView("emailchange/restored").addObject("email", email);
                case EmailMove.Refused(var rules) ->
                        form(token, email)
                                .wrong("password", rules.stream().map(PasswordRule::key).toList())
                                .page();
                case EmailMove.Taken _, EmailMove.LinkNotValid _ -> notValid();
            };
        } catch (TooManyPasswords e) {
            response.setIntHeader("Retry-After", TooManyPasswords.RETRY_AFTER_SECONDS);
            var page = form(token, email).wrong("password", List.of("form.problem.busy")).page();
            page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return page;
        }
    }

    private static AccountForm form(String token, String email) {
        return AccountForm.of("emailchange/restore").with("token", token).with("email", email);
    }

    private static ModelAndView notValid() {
        var page = new ModelAndView("emailchange/move-not-valid");
        page.setStatus(HttpStatus.GONE);
        return page;
    }
}
