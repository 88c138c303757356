package dev.serdab.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.bootstrap.Demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** An OAuth client at work. What it is registered for stands in {@link ProtocolTest}. */
public class App {

    private final String clientId;
    private final String secret;
    private final Method method;
    private final String redirectUri;
    private final Http http;

    /** How it shows who it is. */
    public enum Method {
        BASIC,
        POST,
        NONE
    }

    App(String issuer, String clientId, Method method, String redirectUri) {
        this(issuer, clientId, secret(clientId), method, redirectUri);
    }

    App(String issuer, String clientId, String secret, Method method, String redirectUri) {
        this.clientId = clientId;
        this.secret = secret;
        this.method = method;
        this.redirectUri = redirectUri;
        this.http = new Http(issuer);
    }

    /** An app with a server of its own, registered by the test with {@link #secret(String)}. */
    public static App confidential(String issuer, String clientId, String redirectUri) {
        return new App(issuer, clientId, Method.BASIC, redirectUri);
    }

    /** The same, sending its secret in the form. */
    public static App posting(String issuer, String clientId, String redirectUri) {
        return new App(issuer, clientId, Method.POST, redirectUri);
    }

    /** An app without a secret and without pages, registered by the test. */
    public static App withoutSecret(String issuer, String clientId) {
        return new App(issuer, clientId, Method.NONE, "");
    }

    /** The development mode's app with a server of its own. */
    public static App demoWeb(String issuer) {
        return new App(issuer, Demo.WEB, Demo.WEB_SECRET, Method.BASIC, Demo.WEB_REDIRECT);
    }

    /** The development mode's service. */
    public static App demoMachine(String issuer) {
        return new App(issuer, Demo.MACHINE, Demo.MACHINE_SECRET, Method.BASIC, "");
    }

    /** One that a test registered by itself, for {@code client_secret_basic}. */
    public static App registered(String issuer, String clientId, String redirectUri) {
        return new App(issuer, clientId, Method.BASIC, redirectUri);
    }

    /** Another client that shows who it is in the same way. */
    public App named(String otherId) {
        return new App(http.base(), otherId, method, redirectUri);
    }

    /** The same client, with another redirect URI. */
    public App redirectingTo(String uri) {
        return new App(http.base(), clientId, secret, method, uri);
    }

    /** The same app, speaking to another node. */
    public App at(String address) {
        return new App(address, clientId, secret, method, redirectUri);
    }

    /** One that registered itself and was given a secret, or none. */
    public static App selfRegistered(
            String issuer, String clientId, String secret, Method method, String redirectUri) {
        return new App(issuer, clientId, secret, method, redirectUri);
    }

    public String clientId() {
        return clientId;
    }

    public String redirectUri() {
        return redirectUri;
    }

    /** Its secret, if it has one. */
    public String secret() {
        return secret;
    }

    /** The secret of every app that has one. */
    public static String secret(String clientId) {
        return "the secret of " + clientId + ", which is long enough";
    }

    /** A new authorization request. */
    public Ask asks(String scope) {
        return Ask.of(this, scope);
    }

    /** The whole way: the browser signs in and allows where it is asked to. */
    public Tokens tokensFor(Account person, Browser browser, String scope) {
        var ask = asks(scope);
        return Tokens.of(redeems(codeFor(person, browser, ask), ask));
    }

    /** The way to a code. */
    public String codeFor(Account person, Browser browser, Ask ask) {
        var page = browser.open(ask);
        if (page.path().equals("/sign-in")) {
            page = browser.signIn(page, person);
        }
        if (page.path().equals("/consent")) {
            page = browser.allow(page);
        }
        assertThat(page.sentToApp()).containsEntry("state", ask.get("state"));
        return page.code();
    }

    /** Brings a code to the token endpoint. */
    public Answer redeems(String code, Ask ask) {
        return callsToken(redemption(code, ask));
    }

    /** What redeeming a code sends, without the client's authentication. */
    public Map<String, String> redemption(String code, Ask ask) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", ask.get("redirect_uri"));
        if (ask.get("code_challenge") != null) {
            form.put("code_verifier", ask.verifier());
        }
        return form;
    }

    /** Exchanges a refresh token. */
    public Answer refreshes(String token) {
        return callsToken(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    /** Exchanges a refresh token for fewer scopes, or more. */
    public Answer refreshes(String token, String scope) {
        return callsToken(
                Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", scope));
    }

    /** Exchanges a refresh token and gets new ones. */
    public Tokens refreshed(String token) {
        return Tokens.of(refreshes(token));
    }

    /** Exchanges a refresh token for an access token that fewer APIs take. */
    public Answer refreshesFor(String token, String resource) {
        return callsToken(
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        token,
                        "resource",
                        resource));
    }

    /** Asks for a token of its own. */
    public Answer asksForItself(String scope) {
        var form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials"));
        if (!scope.isEmpty()) {
            form.put("scope", scope);
        }
        return callsToken(form);
    }

    /** Asks what a token is worth. */
    public Answer introspects(String token) {
        return calls("/oauth2/introspect", Map.of("token", token));
    }

    /** Whether the server says that a token is alive. */
    public boolean findsActive(String token) {
        return introspects(token).expect(200).json().path("active").asBoolean();
    }

    /** Gives a token back. */
    public Answer revokes(String token) {
        return calls("/oauth2/revoke", Map.of("token", token));
    }

    /** Asks who the person is. */
    public Answer asksUserInfo(String accessToken) {
        return http.bearer(accessToken).get("/userinfo");
    }

    /** Calls the token endpoint, showing who it is. */
    public Answer callsToken(Map<String, String> form) {
        return calls("/oauth2/token", form);
    }

    /** Calls an endpoint, showing who it is. */
    public Answer calls(String path, Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        return switch (method) {
            case BASIC -> http.basic(clientId, secret()).post(path, all);
            case POST -> {
                all.put("client_id", clientId);
                all.put("client_secret", secret());
                yield http.post(path, all);
            }
            case NONE -> {
                all.put("client_id", clientId);
                yield http.post(path, all);
            }
        };
    }
}
