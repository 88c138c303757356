package dev.serdab.page;

import static dev.serdab.page.Showcase.page;

import static java.util.Map.entry;

import org.springframework.web.servlet.ModelAndView;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The second step of a sign-in, and where it is set up, in every state. */
final class SecondFactorShowcase {

    private SecondFactorShowcase() {}

    static Map<String, ModelAndView> pages(String email, String evil) {
        var pages = new LinkedHashMap<String, ModelAndView>();
        var onward = entry("onward", (Object) Map.of("continue", "handle" + evil));
        for (var problem : List.of("", "wrong", "too-many")) {
            for (boolean isRecovery : new boolean[] {false, true}) {
                pages.put(
                        "second-step"
                                + (isRecovery ? "-recovery" : "")
                                + (problem.isEmpty() ? "" : "-" + problem),
                        page(
                                "secondfactor/second-step",
                                onward,
                                entry("email", email),
                                entry("isRecovery", isRecovery),
                                entry("problem", problem.isEmpty() ? false : problem),
                                entry("retryAfterMinutes", 15),
                                entry("letsTrust", true),
                                entry("trustDays", 30),
                                entry("other", "/sign-in/second-step"),
                                entry("back", "/sign-in")));
            }
        }
        pages.put(
                "second-factor-set-up",
                page(
                        "secondfactor/set-up",
                        onward,
                        entry("qr", Map.of("size", 29, "path", "M4 4h1v1h-1z")),
                        entry(
                                "address",
                                "otpauth://totp/localhost:ada?secret=ABCD&issuer=localhost"),
                        entry("key", "ABCD EFGH" + evil),
                        entry("seed", "sealed" + evil),
                        entry("isRequired", true),
                        entry("problem", "wrong")));
        pages.put(
                "recovery-codes",
                page(
                        "secondfactor/recovery-codes",
                        entry("codes", List.of("abcd-efgh-ijkl-mnop", "qrst-uvwx-yz23-4567")),
                        entry("next", "/account")));
        pages.put(
                "second-factor",
                page(
                        "secondfactor/standing",
                        entry("left", 9),
                        entry("isRequired", false),
                        entry(
                                "browsers",
                                List.of(
                                        Map.of(
                                                "id",
                                                "id" + evil,
                                                "isThis",
                                                true,
                                                "lastUsedOn",
                                                "2026-01-31",
                                                "until",
                                                "2026-03-01")))));
        return pages;
    }
}
