package dev.serdab.page;

import static java.util.Map.entry;

import dev.serdab.page.AccountPageEntry.Group;
import dev.serdab.page.AccountPageEntry.Place;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page in every state, with made-up people and apps, behind a door of its own. */
@TestConfiguration(proxyBeanMethods = false)
class Showcase {

    /** What a page must never repeat as it is. */
    static final String HOSTILE =
            "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>${1234*5678}";

    private static final Map<String, List<String>> ACCOUNT_PROBLEMS =
            Map.of(
                    "email",
                    List.of("form.problem.email"),
                    "password",
                    List.of("password.rule.common", "password.rule.numeric"));

    private static final Map<Group, List<AccountPageEntry>> ACCOUNT_PAGES =
            Map.of(Group.ACCESS, List.of(new AccountPageEntry(Place.APPS, "/account/apps")));

    private static final String MAKE_OPTIONS =
            """
            {"challenge":"AAAA","rp":{"name":"Serdab"},"pubKeyCredParams":[],\
            "user":{"id":"AA","name":"ada","displayName":"Ada"},"excludeCredentials":[]}\
            """;

    static final Map<String, ModelAndView> PAGES = pages("");

    static final Map<String, ModelAndView> HOSTILE_PAGES = pages(HOSTILE);

    @Bean
    @Order(0)
    SecurityFilterChain showcaseDoor(HttpSecurity http) {
        return http.securityMatcher("/show/**", "/hostile/**", "/assets/**", "/favicon.ico")
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .headers(headers -> headers.addHeaderWriter(new PageHeaders()))
                .exceptionHandling(refused -> refused.accessDeniedHandler(new FormExpired()))
                .build();
    }

    @Controller
    static class Pages {

        @GetMapping("/show/{screen}")
        ModelAndView page(@PathVariable String screen, HttpServletRequest request) {
            if (screen.equals("consent")) {
                PageHeaders.allowFormTarget(request, URI.create("https://notes.example.com/cb"));
            }
            return copy(PAGES.get(screen));
        }

        @GetMapping("/hostile/{screen}")
        ModelAndView hostilePage(@PathVariable String screen) {
            return copy(HOSTILE_PAGES.get(screen));
        }

        @GetMapping("/show/in-korean")
        ModelAndView inKorean(HttpServletRequest request) {
            Languages.prefer(request, "fr ko-KR en");
            return copy(PAGES.get("sign-in"));
        }

        @GetMapping("/show/failing")
        void failing() {
            throw new IllegalStateException("secret " + HOSTILE);
        }

        @PostMapping("/show/form/text")
        void form(@RequestParam String text) {}

        @GetMapping("/show/parameter")
        void parameter(HttpServletRequest request) {
            request.getParameter("text");
        }

        private static ModelAndView copy(ModelAndView page) {
            return new ModelAndView(page.getViewName(), page.getModel(), page.getStatus());
        }
    }

    /** An entry of the consent page, as a controller gives it. */
    record Scope(String name, String sentence, boolean required, boolean granted, boolean added) {}

    /** An app that may use the account, as a controller gives it. */
    record ConnectedApp(
            String clientId,
            String name,
            List<String> sentences,
            Instant since,
            Instant lastUsedAt) {}

    /** A mail, as a controller gives it. */
    record Message(
            String id, String to, String subject, String text, Instant sentAt, String state) {}

    private static Map<String, ModelAndView> pages(String evil) {
        var email = "ada@example.org" + evil;
        var client = "Notes" + evil;
        var host = "notes.example.com" + evil;
        var pages = new LinkedHashMap<String, ModelAndView>();

        pages.put("sign-in", page("signin/sign-in"));
        pages.put(
                "sign-in-for-app",
                page(
                        "signin/sign-in",
                        entry("email", email),
                        entry("continueHandle", "handle" + evil),
                        entry("onward", Map.of("continue", "handle" + evil)),
                        entry("clientName", client),
                        entry("clientHost", host)));
        pages.put(
                "sign-in-again",
                page(
                        "signin/sign-in",
                        entry("email", email),
                        entry("again", email),
                        entry("onward", Map.of("to", "password"))));
        pages.put(
                "sign-in-again-for-app",
                page(
                        "signin/sign-in",
                        entry("email", email),
                        entry("again", email),
                        entry("onward", Map.of("continue", "handle" + evil)),
                        entry("clientName", client),
                        entry("clientHost", host)));
        for (var problem : List.of("wrong", "too-many", "not-active", "expired", "busy")) {
            pages.put(
                    "sign-in-" + problem,
                    page(
                            "signin/sign-in",
                            entry("email", email),
                            entry("problem", problem),
                            entry("retryAfterMinutes", 15),
                            entry("clientName", client),
                            entry("clientHost", host)));
        }
        for (var problem : List.of("passkey", "passkey-unknown", "passkey-over")) {
            pages.put(
                    problem + "-sign-in",
                    page(
                            "signin/sign-in",
                            entry("email", ""),
                            entry("problem", problem),
                            entry("passkeyOptions", "{\"challenge\":\"" + evil + "\"}"),
                            entry("passkeyGone", evil),
                            entry("onward", Map.of("continue", "handle" + evil))));
        }
        var passkeys =
                List.of(
                        Map.of(
                                "id",
                                "1",
                                "name",
                                "Blue phone" + evil,
                                "lastUsed",
                                "24 November 2026",
                                "used",
                                true,
                                "synced",
                                true));
        pages.put("passkeys-none", page("passkey/passkeys", entry("passkeys", List.of())));
        var ownPasskey =
                Map.of(
                        "id",
                        "1",
                        "name",
                        "Blue phone" + evil,
                        "made",
                        "23 November 2026",
                        "lastUsed",
                        "24 November 2026",
                        "used",
                        true,
                        "synced",
                        true);
        for (var problem : List.of("", "name")) {
            pages.put(
                    problem.isEmpty() ? "passkey" : "passkey-" + problem,
                    page("passkey/passkey", entry("passkey", ownPasskey), entry("isLast", true))
                            .addObject("problem", problem.isEmpty() ? null : problem));
        }
        for (var problem : List.of("failed", "over", "too-many")) {
            pages.put(
                    "passkeys-" + problem,
                    page(
                            "passkey/passkeys",
                            entry("problem", problem),
                            entry("passkeys", passkeys),
                            entry("makeOptions", MAKE_OPTIONS + evil),
                            entry("told", "{}" + evil)));
            pages.put(
                    "passkey-offer-" + problem,
                    page(
                            "passkey/offer",
                            entry("problem", problem),
                            entry("makeOptions", MAKE_OPTIONS + evil),
                            entry("onward", Map.of("continue", "handle" + evil))));
        }
        pages.put(
                "sign-out",
                page("signin/sign-out", entry("email", email), entry("action", "/sign-out")));
        pages.put(
                "sign-out-for-app",
                page(
                        "signin/sign-out",
                        entry("email", email),
                        entry("clientName", client),
                        entry("hidden", Map.of("state" + evil, "value" + evil)),
                        entry("action", "/connect/logout")));
        pages.put("signed-out", page("signin/signed-out"));
        pages.put(
                "signed-out-for-app",
                page(
                        "signin/signed-out",
                        entry("returnTo", client),
                        entry("returnUri", "https://notes.example.com/bye?a=1&b=2" + evil)));
        pages.put(
                "account",
                page(
                        "accounthome/account",
                        entry("pages", ACCOUNT_PAGES),
                        entry("name", "Ada Lovelace" + evil),
                        entry("email", email),
                        entry("isAdmin", true),
                        entry("emailVerified", true)));
        pages.put(
                "account-plain",
                page(
                        "accounthome/account",
                        entry("pages", ACCOUNT_PAGES),
                        entry("name", "Grace Hopper" + evil),
                        entry("email", email),
                        entry("isAdmin", false),
                        entry("emailVerified", false)));
        pages.put(
                "consent",
                page(
                        "authorization/consent",
                        entry("clientName", client),
                        entry("clientHost", host),
                        entry("email", email),
                        entry("continueHandle", "handle" + evil),
                        entry(
                                "scopes",
                                List.of(
                                        new Scope(
                                                "openid" + evil,
                                                "Know who you are" + evil,
                                                true,
                                                false,
                                                false),
                                        new Scope(
                                                "email" + evil,
                                                "See your e-mail address" + evil,
                                                false,
                                                true,
                                                false),
                                        new Scope(
                                                "notes.write" + evil,
                                                "Write, change and delete your notes, also while"
                                                        + " you are away"
                                                        + evil,
                                                false,
                                                false,
                                                true)))));
        pages.putAll(devicePages(email, evil));
        var app =
                new ConnectedApp(
                        "notes",
                        client,
                        List.of("See your name" + evil, "Read your notes" + evil),
                        Instant.parse("2026-11-23T10:15:30Z"),
                        Instant.parse("2026-11-24T10:15:30Z"));
        pages.put("apps", page("connectedapp/apps", entry("apps", List.of(app, app))));
        pages.put("apps-none", page("connectedapp/apps", entry("apps", List.of())));
        pages.put(
                "choose-account",
                page(
                        "authorization/choose-account",
                        entry("clientName", client),
                        entry("clientHost", host),
                        entry("name", "Ada Lovelace" + evil),
                        entry("email", email),
                        entry("continueHandle", "handle" + evil)));
        pages.put(
                "form-post",
                page(
                        "authorization/form-post",
                        entry("clientName", client),
                        entry("action", "https://notes.example.com/cb?a=1&b=2" + evil),
                        entry("parameters", Map.of("state" + evil, "value" + evil))));
        pages.put(
                "leaving",
                page(
                        "authorization/leaving",
                        entry("clientName", client),
                        entry("place", "notes.example.com" + evil),
                        entry("error", "scope names too much." + evil),
                        entry(
                                "action",
                                "https://notes.example.com/cb?error=invalid_scope" + evil)));
        pages.put(
                "leaving-by-form",
                page(
                        "authorization/leaving",
                        entry("clientName", client),
                        entry("place", "notes.example.com" + evil),
                        entry("error", "scope names too much." + evil),
                        entry("action", "https://notes.example.com/cb" + evil),
                        entry("parameters", Map.of("error" + evil, "invalid_scope" + evil))));
        pages.putAll(signUpPages(email, evil, client, host));
        pages.put(
                "setup",
                page(
                        "firstrun/setup",
                        entry("token", "token" + evil),
                        entry("problems", Map.of())));
        pages.put(
                "setup-problems",
                page(
                        "firstrun/setup",
                        entry("token", "token" + evil),
                        entry("email", email),
                        entry("name", "Ada" + evil),
                        entry("problems", ACCOUNT_PROBLEMS)));
        pages.put(
                "setup-done",
                page(
                        "firstrun/setup-done",
                        entry("email", email),
                        entry("issuer", "https://id.example.com" + evil)));
        pages.put("link-used", page("firstrun/link-used"));
        pages.putAll(linkPages(email, evil));
        pages.putAll(SecondFactorShowcase.pages(email, evil));
        pages.putAll(PlaygroundShowcase.pages(evil));
        pages.putAll(AccountHomeShowcase.pages(email, evil));
        pages.put("mailbox-empty", page("mail/mailbox", entry("messages", List.of())));
        var mail =
                new Message(
                        "17",
                        email,
                        "Account activation on example.org" + evil,
                        """
                        You're receiving this email because you need to finish the activation process.

                        Please go to the following page to activate your account:
                        http://localhost:3000/activate/MQ/dfa3hz-6d9f1b2c3d4e5f60718293a4b5c6d7e8

                        Thanks for using our site!
                        """
                                + evil,
                        Instant.parse("2026-11-23T10:15:30Z"),
                        "waiting" + evil);
        pages.put("mailbox", page("mail/mailbox", entry("messages", List.of(mail, mail))));
        pages.put("message", page("mail/message", entry("message", mail)));
        for (var kind : FailureKind.values()) {
            pages.put("error-" + kind.reason(), ErrorPage.of(kind, HttpStatus.OK));
        }
        for (var reason :
                List.of(
                        "missing-client",
                        "missing-redirect-uri",
                        "bad-request-object",
                        "wrong-logout-hint",
                        "wrong-logout-client",
                        "wrong-logout-uri",
                        "unknown-client",
                        "wrong-redirect-uri",
                        "invalid-request",
                        "request-over",
                        "request-uri-over")) {
            pages.put("error-" + reason, ErrorPage.of(HttpStatus.OK, reason, client, "missing"));
        }
        return pages;
    }

    /** What a device's code leads to. */
    private static Map<String, ModelAndView> devicePages(String email, String evil) {
        var pages = new LinkedHashMap<String, ModelAndView>();
        pages.put("device", page("device/enter", entry("userCode", "BCDF-GHJK")));
        for (var problem : List.of("wrong", "too-many")) {
            pages.put(
                    "device-" + problem,
                    page(
                            "device/enter",
                            entry("userCode", "BCDF" + evil),
                            entry("problem", problem),
                            entry("retryAfterMinutes", 15)));
        }
        pages.put(
                "device-confirm",
                page(
                        "device/confirm",
                        entry("userCode", "BCDF-GHJK"),
                        entry("clientName", "Notes for the terminal" + evil),
                        entry("deviceName", "ada-laptop" + evil),
                        entry("askedFrom", "192.0.2.7"),
                        entry("minutesAgo", 2),
                        entry("email", email),
                        entry(
                                "scopes",
                                List.of(
                                        new Scope(
                                                "openid",
                                                "Know that it is you",
                                                true,
                                                false,
                                                false),
                                        new Scope(
                                                "notes.read" + evil,
                                                "Read your notes" + evil,
                                                false,
                                                true,
                                                false)))));
        for (var decision : List.of("allowed", "denied")) {
            pages.put("device-" + decision, page("device/done", entry("decision", decision)));
        }
        return pages;
    }

    /** Making an account. */
    private static Map<String, ModelAndView> signUpPages(
            String email, String evil, String client, String host) {
        var app =
                Map.of(
                        "email",
                        email,
                        "continueHandle",
                        "handle" + evil,
                        "clientName",
                        client,
                        "clientHost",
                        host);
        var pages = new LinkedHashMap<String, ModelAndView>();
        pages.put("sign-up", page("registration/sign-up", entry("problems", Map.of())));
        pages.put(
                "sign-up-problems",
                page("registration/sign-up")
                        .addAllObjects(app)
                        .addObject("name", "Ada" + evil)
                        .addObject("problems", ACCOUNT_PROBLEMS));
        for (var problem : List.of("too-many", "busy")) {
            pages.put(
                    "sign-up-" + problem,
                    page("registration/sign-up")
                            .addAllObjects(app)
                            .addObject("problems", Map.of())
                            .addObject("problem", problem)
                            .addObject("retryAfterMinutes", 15));
        }
        pages.put("signed-up", page("registration/signed-up").addAllObjects(app));
        return pages;
    }

    /** What mailed links lead to. */
    private static Map<String, ModelAndView> linkPages(String email, String evil) {
        var pages = new LinkedHashMap<String, ModelAndView>();
        var uid = entry("uid", (Object) ("MQ" + evil));
        var token = entry("token", (Object) ("dfa3hz-6d9f1b2c" + evil));
        var address = entry("email", (Object) email);
        var nothing = entry("problems", (Object) List.of());
        var weak =
                entry(
                        "problems",
                        (Object) List.of("password.rule.common", "password.rule.numeric"));
        var noAddress = entry("problems", (Object) List.of("form.problem.email"));
        var typed = entry("typed", (Object) ("ada@" + evil));
        pages.put("activate", page("registration/activate", address, uid, token));
        pages.put(
                "activate-with-password",
                page(
                        "registration/activate",
                        address,
                        uid,
                        token,
                        entry("needsPassword", true),
                        entry("problems", List.of("password.rule.common"))));
        pages.put(
                "activated",
                page(
                        "registration/activated",
                        entry("isNew", true),
                        entry("continueHandle", "handle" + evil)));
        pages.put("sign-up-closed", page("registration/closed"));
        pages.put("activated-before", page("registration/activated", entry("isNew", false)));
        pages.put("choose-password", page("password/choose", address, uid, token, nothing));
        pages.put("choose-password-weak", page("password/choose", address, uid, token, weak));
        pages.put("password-chosen", page("password/chosen"));
        pages.put("choose-email", page("emailchange/choose", address, uid, token, nothing));
        pages.put(
                "choose-email-wrong",
                page("emailchange/choose", address, uid, token, typed, noAddress));
        pages.put("email-chosen", page("emailchange/chosen", address));
        for (var purpose : List.of("activation", "password", "email")) {
            var about = entry("purpose", (Object) purpose);
            var ask = entry("ask", (Object) ("/" + purpose));
            pages.put("link-not-valid-" + purpose, page("mailedlink/not-valid", about, ask));
            pages.put("ask-for-link-" + purpose, page("mailedlink/ask", about, ask, nothing));
            pages.put(
                    "ask-for-link-wrong-" + purpose,
                    page("mailedlink/ask", about, ask, typed, noAddress));
        }
        pages.put("asked-for-link", page("mailedlink/asked"));
        return pages;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static ModelAndView page(String view, Map.Entry<String, Object>... model) {
        var attributes = new HashMap<String, Object>();
        Arrays.stream(model).forEach(e -> attributes.put(e.getKey(), e.getValue()));
        return new ModelAndView(view, attributes);
    }
}
