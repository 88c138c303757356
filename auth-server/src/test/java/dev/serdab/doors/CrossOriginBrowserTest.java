package dev.serdab.doors;

import static dev.serdab.testing.Browsers.JavaScript.ON;
import static dev.serdab.testing.Visit.backAtApp;
import static dev.serdab.testing.Visit.signIn;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.Browsers;
import dev.serdab.testing.People;
import dev.serdab.testing.WebApp;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What pages on other origins may ask from within a browser. */
class CrossOriginBrowserTest extends BrowserTest {

    private static final String EMAIL = "ada@example.org";

    @Test
    void aSinglePageAppDoesItAllByItself() {
        people.registered(EMAIL);
        var spa = WEB_APP.singlePageAppAt(issuer);
        var ask = spa.asks("openid email");
        try (var visit = visit(ON)) {
            var page = visit.open(issuer + ask.path());
            signIn(page, EMAIL, People.PASSWORD);
            page.click("#allow");
            var code = backAtApp(page, spa).get("code");

            var person =
                    page.evaluate(
                            """
                            async ({issuer, form}) => {
                              const json = async (...what) => (await fetch(...what)).json();
                              const server = await json(issuer + '/.well-known/openid-configuration');
                              const keys = await json(server.jwks_uri);
                              const tokens = await json(server.token_endpoint,
                                  {method: 'POST', body: new URLSearchParams(form)});
                              const person = await json(server.userinfo_endpoint,
                                  {headers: {Authorization: 'Bearer ' + tokens.access_token}});
                              await fetch(server.revocation_endpoint, {method: 'POST',
                                  body: new URLSearchParams({token: tokens.access_token, client_id: form.client_id})});
                              const afterwards = await fetch(server.userinfo_endpoint,
                                  {headers: {Authorization: 'Bearer ' + tokens.access_token}});
                              return {email: person.email, keys: keys.keys.length, afterwards: afterwards.status};
                            }
                            """,
                            Map.of("issuer", issuer, "form", form(spa.redemption(code, ask))));

            assertThat(person)
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("email", EMAIL)
                    .containsEntry("afterwards", 401)
                    .hasEntrySatisfying("keys", keys -> assertThat((int) keys).isPositive());
        }
    }

    @Test
    void nobodyElseLearnsAnything() {
        try (var context = Browsers.context(ON)) {
            var page = context.newPage();
            page.navigate(WebApp.started().origin());
            for (var path : List.of("/.well-known/openid-configuration", "/oauth2/jwks")) {
                assertThat(fetch(page, path, "{}")).as(path).isEqualTo("TypeError");
            }
            assertThat(
                            fetch(
                                    page,
                                    "/oauth2/token",
                                    "{method: 'POST', body: new URLSearchParams()}"))
                    .isEqualTo("TypeError");
            assertThat(fetch(page, "/userinfo", "{headers: {Authorization: 'Bearer x'}}"))
                    .isEqualTo("TypeError");
        }
    }

    @Test
    void pagesOfPeopleAreForNoScriptToRead() {
        people.registered(EMAIL);
        try (var context = Browsers.context(ON)) {
            var page = context.newPage();
            page.navigate(issuer + "/sign-in");
            signIn(page, EMAIL, People.PASSWORD);
            page.waitForURL(issuer + "/account");
            page.navigate(WEB_APP.origin());
            assertThat(fetch(page, "/account", "{credentials: 'include'}")).isEqualTo("TypeError");
            assertThat(fetch(page, "/userinfo", "{credentials: 'include'}")).isEqualTo("TypeError");
        }
    }

    /** The status, or the name of what was thrown. */
    private Object fetch(Page page, String path, String options) {
        return page.evaluate(
                "address => fetch(address, %s).then(a => a.status, e => e.name)".formatted(options),
                issuer + path);
    }

    private static Map<String, String> form(Map<String, String> redemption) {
        var form = new LinkedHashMap<>(redemption);
        form.put("client_id", "notes-spa");
        return form;
    }
}
