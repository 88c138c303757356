package dev.serdab.passkey;

import dev.serdab.account.WhiteSpace;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.page.Redirects;
import dev.serdab.session.BrowserSession;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import java.util.Locale;
import java.util.UUID;

/** The passkeys of an account: made, renamed and removed by their owner. */
@Controller
class PasskeysPage {

    static final String PATH = "/account/passkeys";

    private final Passkeys passkeys;
    private final PasskeyCreation creation;
    private final PasskeyRemoval removal;
    private final PasskeyOptions options;

    PasskeysPage(
            Passkeys passkeys,
            PasskeyCreation creation,
            PasskeyRemoval removal,
            PasskeyOptions options) {
        this.passkeys = passkeys;
        this.creation = creation;
        this.removal = removal;
        this.options = options;
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal BrowserSession session, Locale locale) {
        return list(session, locale, null);
    }

    @PostMapping(PATH)
    ModelAndView make(
            @RequestParam(defaultValue = "") String credential,
            @AuthenticationPrincipal BrowserSession session,
            Locale locale) {
        return switch (creation.complete(session, credential, locale)) {
            case Creation.Made _ -> Redirects.seeOther(PATH);
            case Creation.TooMany _ -> list(session, locale, "too-many");
            case Creation.Over _ -> list(session, locale, "over");
            case Creation.Refused _ -> list(session, locale, "failed");
        };
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(
            @PathVariable UUID id, @AuthenticationPrincipal BrowserSession session, Locale locale) {
        return one(session, id, locale, null);
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal BrowserSession session,
            Locale locale) {
        var typed = WhiteSpace.strip(name);
        if (typed.isEmpty() || typed.length() > Passkey.LONGEST_NAME || typed.indexOf('\0') >= 0) {
            return one(session, id, locale, "name");
        }
        passkeys.rename(session.account().id(), id, typed);
        return Redirects.seeOther(PATH);
    }

    @PostMapping(PATH + "/{id}/remove")
    ModelAndView remove(
            @PathVariable UUID id, @AuthenticationPrincipal BrowserSession session, Locale locale) {
        removal.remove(session, id, locale);
        return Redirects.seeOther(PATH);
    }

    private ModelAndView list(BrowserSession session, Locale locale, @Nullable String problem) {
        var present = passkeys.of(session.account().id());
        boolean isRoom = present.size() < PasskeyCreation.MOST;
        return page("passkey/passkeys", problem)
                .addObject(
                        "passkeys",
                        present.stream().map(passkey -> PasskeyRow.of(passkey, locale)).toList())
                .addObject("makeOptions", isRoom ? options.forMaking(session) : null)
                .addObject("told", options.forTelling(session.account()));
    }

    private ModelAndView one(
            BrowserSession session, UUID id, Locale locale, @Nullable String problem) {
        var account = session.account().id();
        return passkeys.find(account, id)
                .map(passkey ->
                        page("passkey/passkey", problem)
                                .addObject("passkey", PasskeyRow.of(passkey, locale))
                                .addObject("isLast", passkeys.of(account).size() == 1))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView page(String view, @Nullable String problem) {
        var page = new ModelAndView(view);
        page.setStatus(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", problem);
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry passkeysEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.PASSKEYS, PATH);
        }
    }
}
