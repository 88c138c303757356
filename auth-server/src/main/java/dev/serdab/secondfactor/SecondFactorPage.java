package dev.serdab.secondfactor;

import dev.serdab.account.Account;
import dev.serdab.knownbrowser.BrowserCookie;
import dev.serdab.knownbrowser.KnownBrowsers;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.page.Redirects;
import dev.serdab.secondfactor.SecondFactorChanges.SetUp;
import dev.serdab.session.BrowserSession;
import dev.serdab.signin.Onward;
import dev.serdab.site.Site;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Where people set up their second factor, see how it stands, and take it away. */
@Controller
class SecondFactorPage {

    static final String PATH = "/account/second-factor";

    private final TotpSeeds seeds;
    private final RecoveryCodes recoveryCodes;
    private final SeedOffers offers;
    private final SecondFactorChanges changes;
    private final KnownBrowsers browsers;
    private final BrowserCookie browserCookie;
    private final SecondFactorSettings settings;
    private final Site site;

    SecondFactorPage(
            TotpSeeds seeds,
            RecoveryCodes recoveryCodes,
            SeedOffers offers,
            SecondFactorChanges changes,
            KnownBrowsers browsers,
            BrowserCookie browserCookie,
            SecondFactorSettings settings,
            Site site) {
        this.seeds = seeds;
        this.recoveryCodes = recoveryCodes;
        this.offers = offers;
        this.changes = changes;
        this.browsers = browsers;
        this.browserCookie = browserCookie;
        this.settings = settings;
        this.site = site;
    }

    @GetMapping(PATH)
    ModelAndView show(
            @ModelAttribute Onward onward,
            @AuthenticationPrincipal BrowserSession session,
            HttpServletRequest request) {
        var account = session.account();
        return seeds.has(account.id())
                ? standing(account, request)
                : offer(account, offers.make(account.id()), onward, null);
    }

    @PostMapping(PATH)
    ModelAndView setUp(
            @RequestParam(defaultValue = "") String seed,
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute Onward onward,
            @AuthenticationPrincipal BrowserSession session,
            HttpServletRequest request,
            Locale locale) {
        var account = session.account();
        var offered = offers.open(account.id(), seed).orElse(null);
        if (offered == null) {
            return Redirects.seeOther(onward.after(PATH));
        }
        var here = browserCookie.read(request);
        return switch (changes.setUp(account, offered, code, here, locale)) {
            case SetUp.Done(var codes) -> codes(codes, onward.forSignedIn());
            case SetUp.WrongCode _ -> offer(account, offered, onward, "wrong");
            case SetUp.Outdated _ -> Redirects.seeOther(onward.after(PATH));
        };
    }

    @PostMapping(PATH + "/recovery-codes")
    ModelAndView renewRecoveryCodes(@AuthenticationPrincipal BrowserSession session) {
        var codes = changes.renewRecoveryCodes(session.account());
        return codes.isEmpty() ? Redirects.seeOther(PATH) : codes(codes, PATH);
    }

    @PostMapping(PATH + "/remove")
    ModelAndView remove(@AuthenticationPrincipal BrowserSession session, Locale locale) {
        changes.remove(session.account(), locale);
        return Redirects.seeOther(PATH);
    }

    @PostMapping(PATH + "/trusted-browsers")
    ModelAndView distrust(
            @RequestParam UUID browser, @AuthenticationPrincipal BrowserSession session) {
        browsers.distrust(session.account().id(), browser);
        return Redirects.seeOther(PATH);
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry secondFactorEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.SECOND_FACTOR, PATH);
        }
    }

    private ModelAndView standing(Account account, HttpServletRequest request) {
        return new ModelAndView("secondfactor/standing")
                .addObject("left", recoveryCodes.left(account.id()))
                .addObject("isRequired", settings.requiresOf(account))
                .addObject("browsers", browsers.trusted(account, browserCookie.read(request)));
    }

    private ModelAndView offer(
            Account account, OfferedSeed offered, Onward onward, @Nullable String problem) {
        var page = new ModelAndView("secondfactor/set-up");
        if (problem != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        onward.on(page);
        var address = offered.address(account, site);
        return page.addObject("seed", offered.sealed())
                .addObject("key", Base32.grouped(offered.key(), " "))
                .addObject("address", address)
                .addObject("qr", QrImage.of(address))
                .addObject("isRequired", settings.requiresOf(account))
                .addObject("email", account.email().value())
                .addObject("problem", problem);
    }

    private static ModelAndView codes(List<String> codes, String next) {
        return new ModelAndView("secondfactor/recovery-codes")
                .addObject("codes", codes)
                .addObject("next", next);
    }
}
