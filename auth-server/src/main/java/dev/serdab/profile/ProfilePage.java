package dev.serdab.profile;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.accounthome.AccountForm;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.page.Redirects;
import dev.serdab.session.BrowserSession;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** Where people say what they are called. */
@Controller
class ProfilePage {

    private static final String PATH = "/account/profile";

    private final Accounts accounts;

    ProfilePage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal BrowserSession session) {
        return form(session.account(), session.account().name()).page();
    }

    @PostMapping(PATH)
    ModelAndView rename(
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal BrowserSession session) {
        var typed = PersonName.typed(name);
        if (typed.isEmpty()) {
            return form(session.account(), name).wrong("name", List.of("form.problem.name")).page();
        }
        accounts.rename(session.account().id(), typed.get());
        return Redirects.seeOther(PATH + "?saved");
    }

    private static AccountForm form(Account account, String typed) {
        return AccountForm.of("profile/profile")
                .with("email", account.email().value())
                .with("typed", typed);
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry profileEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.PROFILE, PATH);
        }
    }
}
