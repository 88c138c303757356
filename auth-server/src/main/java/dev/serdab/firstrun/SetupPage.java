package dev.serdab.firstrun;

import dev.serdab.account.Accounts;
import dev.serdab.account.Creation.AddressTaken;
import dev.serdab.account.Creation.Created;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.NewAccount;
import dev.serdab.password.PasswordRules;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.registration.AccountForm;
import dev.serdab.settings.ServerSettings;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Map;

/** Makes the first administrator for whoever holds the link from the start-up block. */
@Controller
class SetupPage {

    private final Invitations invitations;
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final ServerSettings settings;

    SetupPage(
            Invitations invitations,
            Accounts accounts,
            PasswordHasher hasher,
            PasswordRules rules,
            ServerSettings settings) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.hasher = hasher;
        this.rules = rules;
        this.settings = settings;
    }

    @GetMapping("/setup")
    ModelAndView show(@RequestParam(defaultValue = "") String token) {
        return invitations.isGood(token)
                ? form(token, AccountForm.of("", "", ""), Map.of())
                : linkUsed();
    }

    @PostMapping("/setup")
    ModelAndView create(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password) {
        if (!invitations.isGood(token)) {
            return linkUsed();
        }
        var typed = AccountForm.of(email, name, password);
        var problems = typed.problems(rules);
        if (!problems.isEmpty()) {
            return form(token, typed, problems);
        }
        var hash = hasher.hash(typed.password());
        if (!invitations.use(token)) {
            return linkUsed();
        }
        var address = new EmailAddress(typed.email());
        return switch (accounts.create(NewAccount.administrator(address, typed.name(), hash))) {
            case Created _ ->
                    new ModelAndView("firstrun/setup-done")
                            .addObject("email", address.value())
                            .addObject("issuer", settings.issuer());
            case AddressTaken _ -> {
                invitations.giveBack(token);
                yield form(token, typed, Map.of("email", List.of("form.problem.email-taken")));
            }
        };
    }

    private static ModelAndView form(
            String token, AccountForm typed, Map<String, List<String>> problems) {
        var page = new ModelAndView("firstrun/setup");
        page.addObject("token", token);
        page.addObject("email", typed.email());
        page.addObject("name", typed.name());
        page.addObject("problems", problems);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView linkUsed() {
        var page = new ModelAndView("firstrun/link-used");
        page.setStatus(HttpStatus.GONE);
        return page;
    }
}
