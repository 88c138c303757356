package dev.serdab.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static dev.serdab.testing.Browsers.JavaScript.ON;

import dev.serdab.bootstrap.Demo;
import dev.serdab.testing.ServerProcess;
import dev.serdab.testing.Visit;
import dev.serdab.testing.WebApp;

import org.junit.jupiter.api.Test;

/** What a person in the middle of a log-in notices of a server that is started again: nothing. */
class BrowserRestartIT {

    @Test
    void theServerMayDieBetweenSignInAndConsent() {
        var webApp = WebApp.started();
        try (var server = ServerProcess.started(webApp.registration());
                var visit = new Visit(ON, options -> {}, server.issuer(), webApp.origin())) {
            var notes = webApp.at(server.issuer());
            var ask = notes.asks("openid email");
            var page = visit.open(server.issuer() + ask.path());
            Visit.signIn(page, Demo.EMAIL, Demo.PASSWORD);
            assertThat(page.locator("h1")).hasText("Allow access?");

            server.killHard();
            server.startAgain();
            page.click("#allow");

            notes.redeems(Visit.backAtApp(page, notes).get("code"), ask).expect(200);
        }
    }
}
