package dev.serdab.connectedapp;

import dev.serdab.client.Clients;
import dev.serdab.connectedapp.ConnectedApps.ConnectedApp;
import dev.serdab.consent.Consents;
import dev.serdab.consent.ScopeCatalogue;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.page.Redirects;
import dev.serdab.session.BrowserSession;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Which apps may use the account, and a button for each that ends it. */
@Controller
class ConnectedAppsPage {

    private static final String PATH = "/account/apps";

    private final Consents consents;
    private final ConnectedApps apps;
    private final Clients clients;
    private final ScopeCatalogue catalogue;

    ConnectedAppsPage(
            Consents consents, ConnectedApps apps, Clients clients, ScopeCatalogue catalogue) {
        this.consents = consents;
        this.apps = apps;
        this.clients = clients;
        this.catalogue = catalogue;
    }

    /**
     * An app on the page.
     *
     * @param sentences what it may do
     */
    record Row(
            String clientId,
            String name,
            List<String> sentences,
            @Nullable Instant since,
            @Nullable Instant lastUsedAt) {}

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal BrowserSession session, Locale locale) {
        return new ModelAndView("connectedapp/apps")
                .addObject(
                        "apps",
                        apps.of(session.account().id()).stream()
                                .map(app -> row(app, locale))
                                .toList());
    }

    @PostMapping(PATH)
    ModelAndView end(
            @RequestParam("client_id") String clientId,
            @AuthenticationPrincipal BrowserSession session) {
        if (clients.find(clientId).isPresent()) {
            consents.remove(session.account().id(), clientId);
        }
        return Redirects.seeOther(PATH);
    }

    private Row row(ConnectedApp app, Locale locale) {
        return new Row(
                app.clientId(),
                clients.find(app.clientId())
                        .map(client -> client.name(locale))
                        .orElse(app.clientId()),
                app.scopes().stream().map(scope -> catalogue.sentence(scope, locale)).toList(),
                app.since(),
                app.lastUsedAt());
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry appsEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.APPS, PATH);
        }
    }
}
