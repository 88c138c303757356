package dev.serdab.accounthome;

import dev.serdab.audit.AccountActivity;
import dev.serdab.audit.AccountActivity.Happening;
import dev.serdab.client.Clients;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.session.BrowserSession;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import java.time.Instant;
import java.util.Locale;

/** What happened to the account lately, in plain words. */
@Controller
class ActivityPage {

    private static final String PATH = "/account/activity";

    private final AccountActivity activity;
    private final Clients clients;

    ActivityPage(AccountActivity activity, Clients clients) {
        this.activity = activity;
        this.clients = clients;
    }

    /**
     * A line of the page.
     *
     * @param key of the sentence
     * @param app what the sentence's app is called
     */
    record Line(
            Instant at,
            String key,
            @Nullable String app,
            @Nullable String address,
            boolean isByAnother) {}

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal BrowserSession session, Locale locale) {
        return new ModelAndView("accounthome/activity")
                .addObject("days", AccountActivity.SPAN.toDays())
                .addObject(
                        "lines",
                        activity.recent(session.account().id()).stream()
                                .map(happening -> line(happening, locale))
                                .toList());
    }

    private Line line(Happening happening, Locale locale) {
        var clientId = happening.clientId();
        return new Line(
                happening.at(),
                "activity." + happening.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                clientId == null
                        ? null
                        : clients.find(clientId)
                                .map(client -> client.name(locale))
                                .orElse(clientId),
                happening.address(),
                happening.isByAnother());
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry activityEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.ACTIVITY, PATH);
        }
    }
}
