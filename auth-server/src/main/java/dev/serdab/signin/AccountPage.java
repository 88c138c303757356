package dev.serdab.signin;

import dev.serdab.session.BrowserSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says who is signed in. */
@Controller
class AccountPage {

    @GetMapping("/account")
    ModelAndView show(@AuthenticationPrincipal BrowserSession session) {
        var account = session.account();
        return new ModelAndView("signin/account")
                .addObject("name", account.name())
                .addObject("email", account.email().value())
                .addObject("isAdmin", account.isAdmin())
                .addObject("emailVerified", account.isEmailVerified());
    }
}
