package dev.serdab.bootstrap;

import dev.serdab.bootstrap.BootstrapSettings.FirstAccount;
import dev.serdab.client.ClientMetadata;
import dev.serdab.client.ClientSecret;
import dev.serdab.settings.InDevelopment;
import dev.serdab.settings.ServerSettings;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * A person and four apps to try things with. Their secrets stand in the README, so they exist on a
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

    /** An app in the browser, without a secret. */
    public static final String SINGLE_PAGE_APP = "demo-spa";

    /** A program in a terminal, without a secret. */
    static final String DEVICE = "demo-device";

    /** A service; it may exchange tokens that were made for the demo API. */
    public static final String MACHINE = "demo-machine";

    /** Its secret. */
    public static final String MACHINE_SECRET = "demo-machine-secret-for-development-only";

    private static final String DEMO_API = "http://localhost:8090";
    private static final String SCOPE =
            "openid profile email address phone groups permissions offline_access account notes.read notes.write";

    /** Where codes go when this server's own page plays one of them. */
    static final String PLAYGROUND = "/dev/playground/callback";

    private final FirstAccounts accounts;
    private final FirstClients clients;
    private final String playground;

    Demo(FirstAccounts accounts, FirstClients clients, ServerSettings settings) {
        this.accounts = accounts;
        this.clients = clients;
        this.playground = settings.at(PLAYGROUND).toString();
    }

    @Override
    public void afterSingletonsInstantiated() {
        accounts.make("the demo account", person());
        clients.put(WEB, web(playground), List.of(new ClientSecret(WEB_SECRET, null)));
        clients.put(SINGLE_PAGE_APP, singlePageApp(playground), List.of());
        clients.put(DEVICE, device(), List.of());
        clients.put(MACHINE, machine(), List.of(new ClientSecret(MACHINE_SECRET, null)));
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

    private static ClientMetadata web(String playground) {
        return ClientMetadata.parse(
                """
                {"client_name": "Demo web app",
                 "redirect_uris": ["%s", "%s"],
                 "post_logout_redirect_uris": ["http://localhost:8080/"],
                 "grant_types": ["authorization_code", "refresh_token"],
                 "scope": "%s", "audience": ["%s"]}\
                """
                        .formatted(WEB_REDIRECT, playground, SCOPE, DEMO_API));
    }

    static ClientMetadata singlePageApp(String playground) {
        return ClientMetadata.parse(
                """
                {"client_name": "Demo single-page app",
                 "token_endpoint_auth_method": "none",
                 "redirect_uris": ["http://localhost:3000/callback", "http://localhost:5173/callback", "%s"],
                 "post_logout_redirect_uris": ["http://localhost:3000/", "http://localhost:5173/"],
                 "grant_types": ["authorization_code", "refresh_token"],
                 "scope": "%s", "audience": ["%s"]}\
                """
                        .formatted(playground, SCOPE, DEMO_API));
    }

    static ClientMetadata device() {
        return ClientMetadata.parse(
                """
                {"client_name": "Demo terminal program",
                 "token_endpoint_auth_method": "none",
                 "grant_types": ["urn:ietf:params:oauth:grant-type:device_code", "refresh_token"],
                 "scope": "%s", "audience": ["%s"]}\
                """
                        .formatted(SCOPE, DEMO_API));
    }

    private static ClientMetadata machine() {
        return ClientMetadata.parse(
                """
                {"client_name": "Demo service",
                 "grant_types": ["client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"],
                 "scope": "notes.read notes.write", "audience": ["%1$s"], "resource": "%1$s",
                 "exchange_targets": [{"audience": "%1$s", "scope": "notes.read"}]}\
                """
                        .formatted(DEMO_API));
    }
}
