package dev.serdab.bootstrap;

import dev.serdab.bootstrap.BootstrapSettings.FirstAccount;
import dev.serdab.bootstrap.BootstrapSettings.FirstClient;
import dev.serdab.settings.InDevelopment;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.List;

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

    /** A service. */
    public static final String MACHINE = "demo-machine";

    /** Its secret. */
    public static final String MACHINE_SECRET = "demo-machine-secret-for-development-only";

    private static final String DEMO_API = "http://localhost:8090";
    private static final String SCOPE =
            "openid profile email groups permissions offline_access account notes.read notes.write";

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
                EMAIL, "Demo Person", PASSWORD, null, false, true, false, List.of(), List.of());
    }

    private static FirstClient web() {
        return new FirstClient(
                WEB,
                WEB_SECRET,
                "Demo web app",
                List.of(WEB_REDIRECT),
                List.of("http://localhost:8080/"),
                List.of("authorization_code", "refresh_token"),
                SCOPE,
                "client_secret_basic",
                List.of(DEMO_API),
                null,
                null,
                null,
                null);
    }

    private static FirstClient singlePageApp() {
        return new FirstClient(
                "demo-spa",
                null,
                "Demo single-page app",
                List.of("http://localhost:3000/callback", "http://localhost:5173/callback"),
                List.of("http://localhost:3000/", "http://localhost:5173/"),
                List.of("authorization_code", "refresh_token"),
                SCOPE,
                "none",
                List.of(DEMO_API),
                null,
                null,
                null,
                null);
    }

    private static FirstClient machine() {
        return new FirstClient(
                MACHINE,
                MACHINE_SECRET,
                "Demo service",
                null,
                null,
                List.of("client_credentials"),
                "notes.read notes.write",
                "client_secret_basic",
                List.of(DEMO_API),
                null,
                null,
                null,
                null);
    }
}
