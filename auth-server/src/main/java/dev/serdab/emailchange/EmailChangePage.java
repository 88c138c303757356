package dev.serdab.emailchange;

import dev.serdab.account.Account;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.WhiteSpace;
import dev.serdab.accounthome.AccountForm;
import dev.serdab.accounthome.OwnPassword;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.page.Redirects;
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

/** Where people who know their password ask for another address. */
@Controller
class EmailChangePage {

    static final String PATH = "/account/email";

    private final EmailMoves moves;
    private final OwnPassword password;

    EmailChangePage(EmailMoves moves, OwnPassword password) {
        this.moves = moves;
        this.password = password;
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal BrowserSession session) {
        return form(session.account(), "").page();
    }

    @PostMapping(PATH)
    ModelAndView ask(
            @RequestParam(name = "new-email", defaultValue = "") String email,
            @RequestParam(name = "current-password", defaultValue = "") String current,
            @AuthenticationPrincipal BrowserSession session,
            Locale locale,
            HttpServletResponse response) {
        var account = session.account();
        var typed = WhiteSpace.strip(email);
        if (!EmailAddress.isAccepted(typed)) {
            return form(account, typed).wrong("new-email", List.of("form.problem.email")).page();
        }
        var problem = password.check(account, current);
        if (problem.isPresent()) {
            return form(account, typed).wrong(problem.get(), response).page();
        }
        moves.ask(account, new EmailAddress(typed), locale);
        return Redirects.seeOther(PATH + "?asked");
    }

    private AccountForm form(Account account, String typed) {
        return AccountForm.of("emailchange/change")
                .with("email", account.email().value())
                .with("typed", typed)
                .with("hasPassword", password.exists(account));
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry emailEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.EMAIL, PATH);
        }
    }
}
