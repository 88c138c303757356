package dev.serdab.page;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages of somebody's own account. */
final class AccountHomeShowcase {

    private static final String COMMON = "password.rule.common";
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");

    private AccountHomeShowcase() {}

    /** A line of what happened, as a controller gives it. */
    record Line(
            String key,
            Instant at,
            @Nullable String app,
            @Nullable String address,
            boolean byAnother) {}

    /** A session, as a controller gives it. */
    record Session(
            String id,
            @Nullable String browser,
            @Nullable String system,
            Instant since,
            Instant lastSeenAt,
            @Nullable String address) {}

    static Map<String, ModelAndView> pages(String email, String evil) {
        var pages = new LinkedHashMap<String, ModelAndView>();
        pages.put(
                "activity",
                new ModelAndView("accounthome/activity")
                        .addObject("days", 180)
                        .addObject(
                                "lines",
                                List.of(
                                        new Line(
                                                "activity.account-created",
                                                NOW,
                                                "Notes" + evil,
                                                "192.0.2.0" + evil,
                                                true))));
        pages.put("export", new ModelAndView("accounthome/export"));
        pages.put(
                "sessions",
                new ModelAndView("accounthome/sessions")
                        .addObject("here", "1")
                        .addObject(
                                "sessions",
                                List.of(
                                        new Session("1", "Firefox", "Linux", NOW, NOW, "192.0.2.0"),
                                        new Session("2", null, null, NOW, NOW, null))));
        for (var view : List.of("move-not-valid", "moved", "sign-in-first")) {
            pages.put("email-" + view, new ModelAndView("emailchange/" + view));
        }
        pages.put("email-restored", mine("emailchange/restored", email, Map.of()));
        pages.put("email-confirm", mine("emailchange/confirm", email, Map.of()));
        pages.put("account-deleted", new ModelAndView("profile/deleted"));
        form(pages, "email-change", "emailchange/change", "new-email", "form.problem.email", email);
        form(pages, "email-restore", "emailchange/restore", "password", COMMON, email);
        form(pages, "password-change", "password/change", "password", COMMON, email);
        form(pages, "account-delete", "profile/delete", "email", "form.problem.email", email);
        form(pages, "profile", "profile/profile", "name", "form.problem.name", email);
        return pages;
    }

    /** A form as it is first shown, and with something wrong in it. */
    private static void form(
            Map<String, ModelAndView> pages,
            String name,
            String view,
            String field,
            String problem,
            String email) {
        pages.put(name, mine(view, email, Map.of()));
        pages.put(name + "-wrong", mine(view, email, Map.of(field, List.of(problem))));
    }

    private static ModelAndView mine(
            String view, String email, Map<String, List<String>> problems) {
        return new ModelAndView(view)
                .addObject("email", email)
                .addObject("token", "a-token")
                .addObject("typed", email)
                .addObject("hasPassword", true)
                .addObject("problems", problems);
    }
}
