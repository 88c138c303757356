package dev.serdab.accounthome;

import dev.serdab.page.AccountPages;
import dev.serdab.session.BrowserSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says who is signed in, and leads to all that they can do with their account. */
@Controller
class AccountHomePage {

    private final AccountPages pages;

    AccountHomePage(AccountPages pages) {
        this.pages = pages;
    }

    @GetMapping("/account")
    ModelAndView show(@AuthenticationPrincipal BrowserSession session) {
        var account = session.account();
        return new ModelAndView("accounthome/account")
                .addObject("name", account.name())
                .addObject("email", account.email().value())
                .addObject("isAdmin", account.isAdmin())
                .addObject("emailVerified", account.isEmailVerified())
                .addObject("pages", pages.grouped());
    }
}
