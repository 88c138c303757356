package dev.serdab.testing;

import dev.serdab.account.Account;

import java.util.List;
import java.util.Map;

/**
 * Somebody at a browser: it keeps cookies, goes along with redirects within the server, and stops
 * where one leads out of it, to an app.
 */
public class Browser {

    private static final int MOST_REDIRECTS = 10;

    private final String issuer;
    private final Http http;

    public Browser(String issuer) {
        this(issuer, "text/html");
    }

    /** A browser that asks for something else than HTML. */
    public Browser(String issuer, String accepted) {
        this.issuer = issuer;
        this.http = new Http(issuer).with("Accept", accepted);
    }

    private Browser(String issuer, Http http) {
        this.issuer = issuer;
        this.http = http;
    }

    /** The same browser, as a load balancer leads it to another node. */
    public Browser ledTo(Node node) {
        return new Browser(node.address(), http.at(node.address()));
    }

    /** The same browser, telling of itself in this {@code User-Agent}. */
    public Browser callingItself(String userAgent) {
        return new Browser(issuer, http.with("User-Agent", userAgent));
    }

    /** The same, without going along with redirects. */
    public Http http() {
        return http;
    }

    /** Opens an address of the server. */
    public Page open(String path) {
        return follow(http.get(path));
    }

    /** Opens what an app asks for. */
    public Page open(Ask ask) {
        return open(ask.path());
    }

    /** Sends a form that stands on an app's page. */
    public Page post(String path, Map<String, String> form) {
        return follow(http.post(path, form));
    }

    /** Presses a button of a page's form. */
    public Page press(Page page, String button) {
        return press(page, button, Map.of());
    }

    /** Fills in fields and presses a button. */
    public Page press(Page page, String button, Map<String, String> typed) {
        return submit(page, button, page.fields(button, typed, List.of()));
    }

    /** Takes ticks away, by the boxes' values, and presses a button. */
    public Page pressWithout(Page page, String button, String... unchecked) {
        return submit(page, button, page.fields(button, Map.of(), List.of(unchecked)));
    }

    /** Signs in on the page that asks for it. */
    public Page signIn(Page page, Account person) {
        return signIn(page, person.email().value(), People.PASSWORD);
    }

    /** The same for somebody whom only the server knows. */
    public Page signIn(Page page, String email, String password) {
        return press(
                page.expect(200).isAt("/sign-in"),
                "sign-in",
                Map.of("email", email, "password", password));
    }

    /** Signs in without an app. */
    public Browser signedIn(Account person) {
        signIn(open("/sign-in"), person).expect(200).isAt("/account");
        return this;
    }

    /** Allows all that an app asks for, if the page asks. */
    public Page allow(Page page) {
        return press(page.expect(200).isAt("/consent"), "allow");
    }

    /** Signs out by the page's button. */
    public void signOut() {
        press(open("/sign-out"), "sign-out").expect(200);
    }

    /** A cookie's value; empty when there is none. */
    public String cookie(String name) {
        return http.cookie(name);
    }

    /** Whether somebody is signed in here. */
    public boolean isSignedIn() {
        return open("/account").path().equals("/account");
    }

    private Page submit(Page page, String button, String fields) {
        var action = page.formAction(button);
        return follow(http.send("POST", action, "application/x-www-form-urlencoded", fields));
    }

    private Page follow(Answer first) {
        var answer = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            boolean leadsOn =
                    answer.status() / 100 == 3
                            && answer.location().toString().startsWith(issuer + "/");
            if (!leadsOn) {
                return new Page(answer);
            }
            answer = http.get(answer.location().toString());
        }
        throw new AssertionError("redirected in circles: " + answer.response().uri());
    }
}
