package dev.serdab.emailchange;

import dev.serdab.account.Account;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.WhiteSpace;
import dev.serdab.mailedlink.LinkPages;
import dev.serdab.mailedlink.LinkPurpose;
import dev.serdab.mailedlink.LinkState.Good;

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
 * Where the link for another address leads unless a setting names a front end, and where one asks
 * for it.
 */
@Controller
class EmailResetPage {

    private static final LinkPurpose PURPOSE = LinkPurpose.EMAIL_RESET;

    private final EmailResets resets;

    EmailResetPage(EmailResets resets) {
        this.resets = resets;
    }

    @GetMapping("/email/reset/confirm/{uid}/{token}")
    ModelAndView show(@PathVariable String uid, @PathVariable String token) {
        return resets.look(uid, token) instanceof Good(var account)
                ? form(account, uid, token, "", List.of())
                : LinkPages.notValid(PURPOSE);
    }

    @PostMapping("/email/reset/confirm/{uid}/{token}")
    ModelAndView choose(
            @PathVariable String uid,
            @PathVariable String token,
            @RequestParam(name = "new_email", defaultValue = "") String newEmail,
            Locale locale) {
        if (!(resets.look(uid, token) instanceof Good(var account))) {
            return LinkPages.notValid(PURPOSE);
        }
        var typed = WhiteSpace.strip(newEmail);
        if (!EmailAddress.isAccepted(typed)) {
            return form(account, uid, token, typed, List.of("form.problem.email"));
        }
        var email = new EmailAddress(typed);
        return switch (resets.complete(uid, token, email, locale)) {
            case DONE -> new ModelAndView("emailchange/chosen").addObject("email", email.value());
            case TAKEN -> form(account, uid, token, typed, List.of("form.problem.email-taken"));
            case LINK_NOT_VALID, NO_ACCOUNT -> LinkPages.notValid(PURPOSE);
        };
    }

    @GetMapping("/email/reset")
    ModelAndView ask() {
        return LinkPages.ask(PURPOSE);
    }

    @PostMapping("/email/reset")
    ModelAndView send(@RequestParam(defaultValue = "") String email, Locale locale) {
        return LinkPages.asked(PURPOSE, email, address -> resets.send(address, locale));
    }

    private static ModelAndView form(
            Account account, String uid, String token, String typed, List<String> problems) {
        var page = new ModelAndView("emailchange/choose");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("email", account.email().value())
                .addObject("typed", typed)
                .addObject("uid", uid)
                .addObject("token", token)
                .addObject("problems", problems);
    }
}
