package dev.serdab.device;

import dev.serdab.authorization.AskingApp.About;
import dev.serdab.authorization.WaitingRequests;
import dev.serdab.client.Clients;
import dev.serdab.consent.Consents;
import dev.serdab.consent.ScopeLines;
import dev.serdab.device.UserCodeCheck.Verdict;
import dev.serdab.limit.Visitor;
import dev.serdab.page.Redirects;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Where people type the code that a device shows, see what it is, and allow or deny it. Opening an
 * address with the code in it only fills in the field (RFC 8628 §5.4).
 */
@Controller
class DevicePage {

    static final String PATH = "/device";

    private final UserCodeCheck codes;
    private final DeviceAuthorizations devices;
    private final Clients clients;
    private final Consents consents;
    private final ScopeLines lines;
    private final LocaleResolver languages;
    private final Clock clock;

    DevicePage(
            UserCodeCheck codes,
            DeviceAuthorizations devices,
            Clients clients,
            Consents consents,
            ScopeLines lines,
            LocaleResolver languages,
            Clock clock) {
        this.codes = codes;
        this.devices = devices;
        this.clients = clients;
        this.consents = consents;
        this.lines = lines;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(
            @RequestParam(name = "user_code", defaultValue = "") String typed,
            @AuthenticationPrincipal @Nullable BrowserSession session) {
        return session == null
                ? signInFirst(typed)
                : entry(UserCode.typed(typed).map(UserCode::shown).orElse(""), null, HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView look(
            @RequestParam(name = "user_code", defaultValue = "") String typed,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletRequest http) {
        if (session == null) {
            return signInFirst(typed);
        }
        return switch (codes.check(typed, session, Visitor.at(http.getRemoteAddr()))) {
            case Verdict.Found(var device) -> confirm(device, session, http);
            case Verdict.Wrong _ -> wrong(typed);
            case Verdict.TooMany(var wait) -> tooMany(wait);
        };
    }

    @PostMapping(PATH + "/decision")
    ModelAndView decide(
            @RequestParam(name = "user_code", defaultValue = "") String typed,
            @RequestParam(name = "shown-to", required = false) @Nullable String shownTo,
            @RequestParam("decision") String decision,
            @RequestParam(name = "scope", required = false) @Nullable List<String> chosen,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletRequest http) {
        if (session == null) {
            return signInFirst(typed);
        }
        return switch (codes.check(typed, session, Visitor.at(http.getRemoteAddr()))) {
            case Verdict.Found(var device) when WaitingRequests.isForAnother(shownTo, session) ->
                    confirm(device, session, http);
            case Verdict.Found(var device) when !decision.equals("allow") -> deny(device);
            case Verdict.Found(var device) ->
                    allow(device, session, chosen == null ? List.of() : chosen);
            case Verdict.Wrong _ -> wrong(typed);
            case Verdict.TooMany(var wait) -> tooMany(wait);
        };
    }

    private ModelAndView allow(
            DeviceAuthorization device, BrowserSession session, List<String> chosen) {
        var scopes = ScopeLines.allowed(device.scopes(), chosen);
        var client = clients.find(device.clientId()).orElse(null);
        if (client == null || (scopes.isEmpty() && !device.scopes().isEmpty())) {
            return deny(device);
        }
        consents.remember(session.account().id(), client.clientId(), scopes);
        return devices.allow(device, client, session, scopes) ? done("allowed") : wrong("");
    }

    private ModelAndView deny(DeviceAuthorization device) {
        return devices.deny(device) ? done("denied") : wrong("");
    }

    private ModelAndView confirm(
            DeviceAuthorization device, BrowserSession session, HttpServletRequest http) {
        var account = session.account();
        var locale = languages.resolveLocale(http);
        var client = clients.find(device.clientId());
        return new ModelAndView("device/confirm")
                .addObject("userCode", device.code().shown())
                .addObject(
                        "clientName", client.map(app -> app.name(locale)).orElse(device.clientId()))
                .addObject("about", client.map(app -> About.of(app, null)).orElse(null))
                .addObject("deviceName", device.deviceName())
                .addObject("askedFrom", device.askedFrom())
                .addObject(
                        "minutesAgo",
                        Duration.between(device.createdAt(), clock.instant()).toMinutes())
                .addObject("email", account.email().value())
                .addObject("shownTo", account.id())
                .addObject(
                        "scopes",
                        lines.of(device.scopes(), account.id(), device.clientId(), locale));
    }

    private static ModelAndView wrong(String typed) {
        return entry(typed, "wrong", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView tooMany(Duration wait) {
        return entry("", "too-many", HttpStatus.TOO_MANY_REQUESTS)
                .addObject("retryAfterMinutes", wait.toSeconds() / 60 + 1);
    }

    private static ModelAndView entry(
            String typed, @Nullable String problem, HttpStatusCode status) {
        var page = new ModelAndView("device/enter");
        page.setStatus(status);
        return page.addObject("userCode", typed).addObject("problem", problem);
    }

    private static ModelAndView done(String decision) {
        return new ModelAndView("device/done").addObject("decision", decision);
    }

    /** The code goes along only if it looks like one. */
    private static ModelAndView signInFirst(String typed) {
        var code = UserCode.typed(typed).map(UserCode::shown).orElse("");
        return Redirects.seeOther("/sign-in?device=" + code);
    }
}
