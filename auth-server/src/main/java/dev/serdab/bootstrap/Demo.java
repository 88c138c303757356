package dev.serdab.bootstrap;

import dev.serdab.bootstrap.BootstrapSettings.FirstAccount;
import dev.serdab.bootstrap.BootstrapSettings.FirstClient;
import dev.serdab.client.ExchangeTarget;
import dev.serdab.client.GrantType;
import dev.serdab.settings.InDevelopment;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * A person and three apps to try things with. Their secrets stand in the README, so they exist on a
 * developer's machine only.
 */
@Component
@InDevelopment
public class Demo implements SmartInitializingSingleton {

    /** Whom to sign in as. */
    public static final String EMAIL = "demo@example.com";

    /** Its password. */
    public static final String PASSWORD = "serdab-demo-person";

    /** An app with a server of its own. */
    public static final String WEB = "demo-web";

    /** Its secret. */
    public static final String WEB_SECRET = "demo-web-secret-for-development-only";

    /** Where codes for it go. */
    public static final String WEB_REDIRECT = "http://localhost:8080/login/oauth2/code/demo";

    /** A service; it may exchange tokens that were made for the demo API. */
    public static final String MACHINE = "demo-machine";

    /** Its secret. */
    public static final String MACHINE_SECRET = "demo-machine-secret-for-development-only";

    private static final String DEMO_API = "http://localhost:8090";
    private static final String SCOPE =
            "openid profile email address phone groups permissions offline_access account notes.read notes.write";

    private final FirstAccounts accounts;
    private final FirstClients clients;

    Demo(FirstAccounts accounts, FirstClients clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    @Override
    public void afterSingletonsInstantiated() {
        accounts.make("the demo account", person());
        clients.put("the demo client", web());
        clients.put("the demo client", singlePageApp());
        clients.put("the demo client", machine());
    }

    private static FirstAccount person() {
        return new FirstAccount(
                EMAIL,
                "Demo Person",
                PASSWORD,
                null,
                false,
                true,
                false,
                List.of(),
                List.of(),
                Map.of(
                        "given-name", "Demo",
                        "family-name", "Person",
                        "preferred-username", "demo",
                        "locale", "en-GB",
                        "zoneinfo", "Europe/London"));
    }

    private static FirstClient web() {
        return client(
                WEB,
                WEB_SECRET,
                "Demo web app",
                List.of(WEB_REDIRECT),
                List.of("http://localhost:8080/"),
                List.of("authorization_code", "refresh_token"),
                SCOPE,
                null);
    }

    private static FirstClient singlePageApp() {
        return client(
                "demo-spa",
                null,
                "Demo single-page app",
                List.of("http://localhost:3000/callback", "http://localhost:5173/callback"),
                List.of("http://localhost:3000/", "http://localhost:5173/"),
                List.of("authorization_code", "refresh_token"),
                SCOPE,
                null);
    }

    private static FirstClient machine() {
        return client(
                MACHINE,
                MACHINE_SECRET,
                "Demo service",
                null,
                null,
                List.of("client_credentials", GrantType.TOKEN_EXCHANGE.value()),
                "notes.read notes.write",
                new ExchangeTarget(DEMO_API, "notes.read"));
    }

    private static FirstClient client(
            String clientId,
            @Nullable String secret,
            String name,
            @Nullable List<String> redirectUris,
            @Nullable List<String> postLogoutRedirectUris,
            List<String> grantTypes,
            String scope,
            @Nullable ExchangeTarget exchange) {
        return new FirstClient(
                clientId,
                secret,
                null,
                null,
                null,
                name,
                redirectUris,
                postLogoutRedirectUris,
                grantTypes,
                scope,
                secret == null ? "none" : "client_secret_basic",
                null,
                List.of(DEMO_API),
                null,
                null,
                null,
                null,
                null,
                exchange == null ? null : DEMO_API,
                exchange == null ? null : List.of(exchange),
                null);
    }
}
