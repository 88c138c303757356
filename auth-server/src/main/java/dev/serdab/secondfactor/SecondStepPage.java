package dev.serdab.secondfactor;

import dev.serdab.authorization.WaitingRequests;
import dev.serdab.knownbrowser.BrowserCookie;
import dev.serdab.knownbrowser.KnownBrowsers;
import dev.serdab.page.HostCookie;
import dev.serdab.page.Redirects;
import dev.serdab.secondfactor.HalfSignIns.HalfSignIn;
import dev.serdab.secondfactor.SecondFactorCheck.Verdict;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.Factor;
import dev.serdab.signin.Entrance;
import dev.serdab.signin.Entrance.Arrival;
import dev.serdab.signin.Onward;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

import java.util.EnumSet;
import java.util.Optional;

/** The step of a sign-in that asks for the second factor. */
@Controller
class SecondStepPage {

    static final String PATH = "/sign-in/second-step";

    private final HalfSignIns halfSignIns;
    private final HostCookie stepCookie;
    private final SecondFactorCheck check;
    private final Entrance entrance;
    private final KnownBrowsers browsers;
    private final BrowserCookie browserCookie;
    private final WaitingRequests waitingRequests;
    private final SecondFactorSettings settings;
    private final LocaleResolver languages;

    SecondStepPage(
            HalfSignIns halfSignIns,
            HostCookie stepCookie,
            SecondFactorCheck check,
            Entrance entrance,
            KnownBrowsers browsers,
            BrowserCookie browserCookie,
            WaitingRequests waitingRequests,
            SecondFactorSettings settings,
            LocaleResolver languages) {
        this.halfSignIns = halfSignIns;
        this.stepCookie = stepCookie;
        this.check = check;
        this.entrance = entrance;
        this.browsers = browsers;
        this.browserCookie = browserCookie;
        this.waitingRequests = waitingRequests;
        this.settings = settings;
        this.languages = languages;
    }

    /**
     * What somebody sends.
     *
     * @param method {@code recovery}: the code is one of the printed ones
     * @param trust whether this browser shall not be asked again for a while
     */
    record Typed(@Nullable String code, @Nullable String method, @Nullable String trust) {

        boolean isRecovery() {
            return "recovery".equals(method);
        }
    }

    @GetMapping(PATH)
    ModelAndView show(
            @ModelAttribute Onward onward,
            @RequestParam(defaultValue = "") String method,
            HttpServletRequest request) {
        return half(request)
                .map(half -> page(half, onward, new Typed(null, method, null), request))
                .orElseGet(() -> fromTheStart(onward));
    }

    @PostMapping(PATH)
    ModelAndView check(
            @ModelAttribute Onward onward,
            @ModelAttribute Typed typed,
            @AuthenticationPrincipal @Nullable BrowserSession before,
            HttpServletRequest request,
            HttpServletResponse response) {
        var arrival = new Arrival(before, onward, request, response);
        return half(request)
                .map(half -> check(half, typed, arrival))
                .orElseGet(() -> fromTheStart(onward));
    }

    private ModelAndView check(HalfSignIn half, Typed typed, Arrival arrival) {
        var code = typed.code() == null ? "" : typed.code();
        var browser = browserCookie.read(arrival.request());
        var locale = languages.resolveLocale(arrival.request());
        return switch (check.check(half.account(), code, browser, locale)) {
            case Verdict.Passed(var factor) -> enter(half, factor, typed, arrival);
            case Verdict.Wrong _ ->
                    again(half, typed, arrival, HttpStatus.UNPROCESSABLE_CONTENT, "wrong");
            case Verdict.TooMany(var wait) ->
                    again(half, typed, arrival, HttpStatus.TOO_MANY_REQUESTS, "too-many")
                            .addObject("retryAfterMinutes", wait.toSeconds() / 60 + 1);
        };
    }

    private ModelAndView enter(HalfSignIn half, Factor factor, Typed typed, Arrival arrival) {
        var account = half.account();
        var factors = EnumSet.copyOf(half.factors());
        factors.add(factor);
        stepCookie.clear(arrival.response());
        if (!halfSignIns.take(half)) {
            return fromTheStart(arrival.onward());
        }
        boolean trusts = typed.trust() != null && settings.letsTrust();
        if (trusts) {
            browsers.renewSecret(arrival.request());
        }
        var entered = entrance.enter(account, factors, arrival);
        if (entered.isPresent() && trusts) {
            browserCookie
                    .read(arrival.request())
                    .ifPresent(
                            secret -> browsers.trust(account, secret, settings.trustBrowserFor()));
        }
        return entered.orElseGet(() -> fromTheStart(arrival.onward()));
    }

    private Optional<HalfSignIn> half(HttpServletRequest request) {
        return stepCookie.read(request).flatMap(halfSignIns::find);
    }

    private static ModelAndView fromTheStart(Onward onward) {
        return Redirects.seeOther(onward.after("/sign-in"));
    }

    private ModelAndView again(
            HalfSignIn half, Typed typed, Arrival arrival, HttpStatus status, String problem) {
        var page = page(half, arrival.onward(), typed, arrival.request());
        page.setStatus(status);
        return page.addObject("problem", problem);
    }

    private ModelAndView page(
            HalfSignIn half, Onward onward, Typed typed, HttpServletRequest request) {
        var page = new ModelAndView("secondfactor/second-step");
        waitingRequests.show(page, onward.handle(), request);
        onward.on(page);
        return page.addObject("email", half.account().email().value())
                .addObject("isRecovery", typed.isRecovery())
                .addObject("other", onward.after(PATH, typed.isRecovery() ? "" : "recovery"))
                .addObject("back", onward.after("/sign-in"))
                .addObject("trustDays", settings.trustBrowserFor().toDays())
                .addObject("letsTrust", settings.letsTrust());
    }
}
