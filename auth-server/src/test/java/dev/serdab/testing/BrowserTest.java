package dev.serdab.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;

import dev.serdab.testing.Browsers.JavaScript;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.util.function.Consumer;

/** A server, an app with pages of its own, and people with a real browser. */
public abstract class BrowserTest extends ServerTest {

    protected static final WebApp WEB_APP = WebApp.started();

    /** The app, which keeps a secret. */
    protected App notes;

    @DynamicPropertySource
    static void registerApp(DynamicPropertyRegistry settings) {
        WEB_APP.register(settings);
    }

    @BeforeEach
    void startApp() {
        notes = WEB_APP.at(issuer);
    }

    /** Somebody visits the server and the app. */
    protected Visit visit(JavaScript javaScript) {
        return visit(javaScript, options -> {});
    }

    /** The same with a locale, a colour scheme, or whatever else a browser has. */
    protected Visit visit(JavaScript javaScript, Consumer<NewContextOptions> further) {
        return new Visit(javaScript, further, issuer, WEB_APP.origin());
    }

    /** Somebody signs in to the app, and allows it, in this tab. */
    protected Tokens signedIn(Page page, String email) {
        var ask = notes.asks("openid");
        page.navigate(issuer + ask.path());
        Visit.signIn(page, email, People.PASSWORD);
        page.click("#allow");
        return Tokens.of(notes.redeems(Visit.backAtApp(page, notes).get("code"), ask));
    }
}
