package dev.serdab.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Accounts;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.Page;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.util.List;
import java.util.Map;

/** Signing up in a browser, also at an app's wish (Initiating User Registration via OIDC 1.0). */
@TestPropertySource(properties = "serdab.limits.sign-up=2/1h")
class SignUpPageTest extends ProtocolTest {

    @Autowired Accounts accounts;

    @Test
    void anAppMayHaveAnAccountMadeAndIsGivenWhatItAskedFor() {
        var ask = notes.asks("openid email").with("prompt", "create");
        var page = browser.open(ask).isAt("/sign-up");
        assertThat(page.html().select(".app").text()).contains("Notes", "notes.example.com");

        var consent = signUp(page, "Ada@EXAMPLE.org", People.PASSWORD);

        var tokens = Tokens.of(notes.redeems(browser.allow(consent).code(), ask));
        assertThat(notes.asksUserInfo(tokens.access()).text("email")).isEqualTo("Ada@example.org");
        assertThat(Jwt.parse(tokens.id()).claims()).containsEntry("amr", List.of("pwd"));
    }

    @Test
    void whoeverHasAnAccountSignsInInstead() {
        var ada = people.registered("ada@example.org");
        var page = browser.open(trusted.asks("openid").with("prompt", "create"));

        var signIn = browser.open(href(page, "#to-sign-in"));

        assertThat(browser.signIn(signIn, ada).code()).isNotEmpty();
    }

    @Test
    void theSignInPageLeadsThereWithWhatWaits() {
        var page = browser.open(trusted.asks("openid").with("login_hint", "ada@example.org"));

        var signUp = browser.open(href(page, "#to-sign-up"));

        assertThat(signUp.isAt("/sign-up").html().select("#email").val())
                .isEqualTo("ada@example.org");
        assertThat(signUp(signUp, "ada@example.org", People.PASSWORD).code()).isNotEmpty();
    }

    @Test
    void aSessionDoesNotPassForHavingBeenAsked() {
        browser.signedIn(people.registered("ada@example.org"));
        var ask = trusted.asks("openid").with("prompt", "create");

        var page = browser.open(ask).isAt("/sign-up");
        browser.open("/oauth2/authorize?continue=" + page.handle()).isAt("/sign-up");

        var code = signUp(page, "bob@example.org", People.PASSWORD).code();
        var bob = accounts.findByEmail("bob@example.org").orElseThrow();
        assertThat(Jwt.parse(trusted.redeems(code, ask).expect(200).text("id_token")).text("sub"))
                .isEqualTo(bob.id().toString());
    }

    @Test
    void nothingCanBeMadeSilently() {
        assertThat(browser.open(notes.asks("openid").with("prompt", "none create")).error())
                .isEqualTo("invalid_request");
    }

    @Test
    void withoutAnAppItLeadsToTheAccount() {
        signUp(browser.open("/sign-up"), "ada@example.org", People.PASSWORD).isAt("/account");

        var ada = accounts.findByEmail("ada@example.org").orElseThrow();
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.isAdmin() || ada.isSuperuser()).isFalse();
        assertThat(ada.isEmailVerified()).isFalse();
    }

    @Test
    void withoutAnAppTheTwoPagesLeadToEachOther() {
        var signUp = browser.open(href(browser.open("/sign-in"), "#to-sign-up")).isAt("/sign-up");
        var signIn = browser.open(href(signUp, "#to-sign-in")).isAt("/sign-in");

        assertThat(signIn.html().select("[role=alert]")).isEmpty();
    }

    @Test
    void aHandleThatIsOverLeadsToTheAccountToo() {
        var page = browser.open("/sign-up?continue=nonsense").expect(200);

        signUp(page, "ada@example.org", People.PASSWORD).isAt("/account");
    }

    @Test
    void whatIsWrongIsSaidWhereItIsWrong() {
        var page = browser.open("/sign-up");
        var wrong =
                browser.press(
                        page, "sign-up", Map.of("name", " ", "email", "ada", "password", "12345"));

        var form = wrong.expect(422).html();
        assertThat(form.title()).startsWith("Error: ");
        assertThat(form.select("[role=alert] a").eachAttr("href")).contains("#name", "#email");
        for (var field : List.of("name", "email")) {
            var input = form.selectFirst("#" + field);
            assertThat(input.attr("aria-invalid")).isEqualTo("true");
            assertThat(form.getElementById(input.attr("aria-describedby")).text()).isNotBlank();
        }
        assertThat(form.select("#email").val()).isEqualTo("ada");

        var weak = signUp(page, "ada@example.org", "ada@example.org").expect(422).html();
        assertThat(weak.select("#password-problem").text()).contains("too much like");
        assertThat(weak.select("#email").val()).isEqualTo("ada@example.org");
        assertThat(weak.select("#password").val()).isEmpty();
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void anAddressIsTakenWhateverItsCase() {
        people.registered("ada@example.org");

        var page = signUp(browser.open("/sign-up"), "ADA@Example.org", People.PASSWORD);

        assertThat(page.expect(422).html().select("#email-problem").text())
                .contains("already an account");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void thePageAndTheAccountApiCountTogether() {
        var first = Map.of("email", "a@example.org", "name", "A", "password", People.PASSWORD);
        app.post("/users/", first).expect(201);
        signUp(browser.open("/sign-up"), "b@example.org", People.PASSWORD).expect(200);

        var page = signUp(browser.open("/sign-up"), "c@example.org", People.PASSWORD).expect(429);

        assertThat(page.html().select("[role=alert]").text()).contains("Please wait");
        assertThat(Integer.parseInt(page.answer().header("Retry-After"))).isPositive();
        assertThat(accounts.findByEmail("c@example.org")).isEmpty();
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        browser.post("/sign-up", Map.of("email", "ada@example.org", "name", "Ada"))
                .isError(403, "This page was open for too long");
    }

    private Page signUp(Page page, String email, String password) {
        return browser.press(
                page.expect(200).isAt("/sign-up"),
                "sign-up",
                Map.of("name", "Ada", "email", email, "password", password));
    }

    private static String href(Page page, String link) {
        return page.html().selectFirst(link).attr("href");
    }
}
