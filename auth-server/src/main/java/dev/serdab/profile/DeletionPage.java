package dev.serdab.profile;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.WhiteSpace;
import dev.serdab.accounthome.AccountForm;
import dev.serdab.accounthome.OwnPassword;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.SessionCookie;

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

/**
 * Where people delete their account, by typing its address and their password. It is gone at once,
 * as when an app deletes it ({@code DELETE /users/me/}).
 */
@Controller
class DeletionPage {

    private static final String PATH = "/account/delete";

    private final Accounts accounts;
    private final OwnPassword password;
    private final SessionCookie cookie;

    DeletionPage(Accounts accounts, OwnPassword password, SessionCookie cookie) {
        this.accounts = accounts;
        this.password = password;
        this.cookie = cookie;
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal BrowserSession session) {
        return form(session.account(), "").page();
    }

    @PostMapping(PATH)
    ModelAndView delete(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "current-password", defaultValue = "") String typed,
            @AuthenticationPrincipal BrowserSession session,
            HttpServletResponse response) {
        var account = session.account();
        if (!EmailAddress.keyOf(WhiteSpace.strip(email)).equals(account.email().key())) {
            return form(account, email).wrong("email", List.of("delete.problem.email")).page();
        }
        var problem = password.check(account, typed);
        if (problem.isPresent()) {
            return form(account, email).wrong(problem.get(), response).page();
        }
        accounts.delete(account.id());
        cookie.clear(response);
        return new ModelAndView("profile/deleted");
    }

    private AccountForm form(Account account, String typed) {
        return AccountForm.of("profile/delete")
                .with("email", account.email().value())
                .with("typed", typed)
                .with("hasPassword", password.exists(account));
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry deletionEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.DELETION, PATH);
        }
    }
}
