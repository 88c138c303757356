package dev.serdab.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.AccountApiTest;
import dev.serdab.testing.Browser;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.util.Map;

/** A server on which people cannot make accounts for themselves. */
@TestPropertySource(properties = "serdab.registration.open=false")
class ClosedSignUpTest extends AccountApiTest {

    private static final Map<String, String> BOB =
            Map.of("email", "bob@example.org", "name", "Bob", "password", People.PASSWORD);

    @Test
    void thePageSaysSoAndMakesNoAccount() {
        var browser = new Browser(issuer);

        assertThat(browser.open("/sign-up").expect(200).title()).startsWith("New accounts");
        assertThat(browser.open("/sign-in").html().select("#to-sign-up")).isEmpty();
        var csrf = browser.open("/sign-in").csrfToken();
        browser.post(
                        "/sign-up",
                        Map.of(
                                "_csrf",
                                csrf,
                                "email",
                                "bob@example.org",
                                "name",
                                "Bob",
                                "password",
                                People.PASSWORD))
                .expect(403);
        createJwt("bob@example.org", People.PASSWORD).expect(401);
    }

    @Test
    void theAccountApiRefusesAsDjoserDoesWhereOnlyAdministratorsMay() {
        var ada = people.registered("ada@example.org");
        people.administrator("root@example.org");

        assertThat(app.post("/users/", BOB).expect(401).text("detail"))
                .isEqualTo("Authentication credentials were not provided.");
        assertThat(as(ada).post("/users/", BOB).expect(403).text("detail"))
                .isEqualTo("You do not have permission to perform this action.");
        var root = createJwt("root@example.org", People.PASSWORD).expect(200).text("access");
        app.bearer(root).post("/users/", BOB).expect(201);
    }

    @Test
    void discoveryDoesNotOfferWhatIsClosed() {
        var prompts =
                app.get("/.well-known/openid-configuration").json().path("prompt_values_supported");

        assertThat(prompts.toString()).contains("select_account").doesNotContain("create");
    }
}
