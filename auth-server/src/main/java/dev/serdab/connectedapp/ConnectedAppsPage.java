package dev.serdab.connectedapp;

import dev.serdab.account.AccountId;
import dev.serdab.client.Clients;
import dev.serdab.consent.Consents;
import dev.serdab.consent.ScopeCatalogue;
import dev.serdab.grant.Grants;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.page.Redirects;
import dev.serdab.session.BrowserSession;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which apps may use the account, and a button for each that ends it. */
@Controller
class ConnectedAppsPage {

    private static final String PATH = "/account/apps";

    private final Consents consents;
    private final Grants grants;
    private final Clients clients;
    private final ScopeCatalogue catalogue;

    ConnectedAppsPage(Consents consents, Grants grants, Clients clients, ScopeCatalogue catalogue) {
        this.consents = consents;
        this.grants = grants;
        this.clients = clients;
        this.catalogue = catalogue;
    }

    /**
     * An app on the page.
     *
     * @param sentences what it may do
     */
    record ConnectedApp(String clientId, String name, List<String> sentences) {}

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal BrowserSession session, Locale locale) {
        return new ModelAndView("connectedapp/apps")
                .addObject("apps", apps(session.account().id(), locale));
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

    /** Those that may ask again unasked, and those that hold something now. */
    private List<ConnectedApp> apps(AccountId account, Locale locale) {
        var scopes = new TreeMap<String, Set<String>>();
        consents.all(account)
                .forEach((clientId, allowed) ->
                        scopes.computeIfAbsent(clientId, _ -> new TreeSet<>()).addAll(allowed));
        grants.standing(account)
                .forEach((clientId, granted) ->
                        scopes.computeIfAbsent(clientId, _ -> new TreeSet<>()).addAll(granted));
        return scopes.entrySet().stream()
                .map(entry ->
                        new ConnectedApp(
                                entry.getKey(),
                                clients.find(entry.getKey())
                                        .map(client -> client.name(locale))
                                        .orElse(entry.getKey()),
                                entry.getValue().stream()
                                        .map(scope -> catalogue.sentence(scope, locale))
                                        .toList()))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry appsEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.APPS, PATH);
        }
    }
}
