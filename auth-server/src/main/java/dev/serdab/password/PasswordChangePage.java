package dev.serdab.password;

import dev.serdab.account.Account;
import dev.serdab.account.WhiteSpace;
import dev.serdab.accounthome.AccountForm;
import dev.serdab.accounthome.OwnPassword;
import dev.serdab.accounthome.OwnPassword.Problem;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.page.Redirects;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.passwordhash.TooManyPasswords;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where people change their password. Who has none, as whoever came from elsewhere without one, is
 * mailed a link to choose it.
 */
@Controller
class PasswordChangePage {

    private static final String PATH = "/account/password";

    private final PasswordChanges changes;
    private final PasswordResets resets;
    private final OwnPassword password;

    PasswordChangePage(PasswordChanges changes, PasswordResets resets, OwnPassword password) {
        this.changes = changes;
        this.resets = resets;
        this.password = password;
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal BrowserSession session) {
        return form(session.account()).page();
    }

    @PostMapping(PATH)
    ModelAndView change(
            @RequestParam(name = "current-password", defaultValue = "") String current,
            @RequestParam(name = "password", defaultValue = "") String chosen,
            @AuthenticationPrincipal BrowserSession session,
            Locale locale,
            HttpServletResponse response) {
        var account = session.account();
        var problem = password.check(account, current);
        if (problem.isPresent()) {
            return form(account).wrong(problem.get(), response).page();
        }
        var typed = WhiteSpace.strip(chosen);
        if (typed.isEmpty() || PasswordHasher.isTooLong(typed)) {
            return form(account).wrong("password", List.of("form.problem.password")).page();
        }
        try {
            return switch (changes.change(
                    account, NewPassword.typedOnce(typed), Optional.of(session.id()), locale)) {
                case PasswordChange.Changed _ -> Redirects.seeOther(PATH + "?saved");
                case PasswordChange.Refused(var rules) ->
                        form(account)
                                .wrong("password", rules.stream().map(PasswordRule::key).toList())
                                .page();
                case PasswordChange.Outdated _ ->
                        form(account).wrong(Problem.wrong(), response).page();
                case PasswordChange.Differs _ ->
                        throw new IllegalStateException("what is typed once does not differ");
            };
        } catch (TooManyPasswords e) {
            return form(account).wrong(Problem.busy(), response).page();
        }
    }

    @PostMapping(PATH + "/link")
    ModelAndView mailLink(@AuthenticationPrincipal BrowserSession session, Locale locale) {
        if (!password.exists(session.account())) {
            resets.sendFirst(session.account(), locale);
        }
        return Redirects.seeOther(PATH + "?mailed");
    }

    private AccountForm form(Account account) {
        return AccountForm.of("password/change")
                .with("email", account.email().value())
                .with("hasPassword", password.exists(account));
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry passwordEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.PASSWORD, PATH);
        }
    }
}
