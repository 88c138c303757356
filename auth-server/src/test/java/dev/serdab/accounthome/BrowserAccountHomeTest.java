package dev.serdab.accounthome;

import static dev.serdab.testing.Browsers.JavaScript.OFF;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import dev.serdab.testing.BrowserTest;
import dev.serdab.testing.People;
import dev.serdab.testing.Visit;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;

/** The account home with a real browser that runs no scripts. */
class BrowserAccountHomeTest extends BrowserTest {

    private static final String CHOSEN = "walnut sea 7 umbrella";

    @Test
    void everythingWorksWithoutScripts() throws IOException {
        people.registered("ada@example.org");
        try (var visit = visit(OFF)) {
            var page = visit.open(issuer + "/sign-in");
            Visit.signIn(page, "ada@example.org", People.PASSWORD);
            page.waitForURL(issuer + "/account");

            goTo(page, "profile");
            page.fill("#name", "Ada Lovelace");
            page.click("#save");
            assertThat(page.textContent("[role=status]")).contains("saved");

            goTo(page, "password");
            page.fill("#current-password", People.PASSWORD);
            page.fill("#password", CHOSEN);
            page.click("#change-password");
            assertThat(page.textContent("[role=status]")).contains("new password counts");

            goTo(page, "sessions");
            assertThat(page.textContent(".rows")).contains("Chrome on Linux", "This browser");
            goTo(page, "apps");
            goTo(page, "activity");
            assertThat(page.textContent(".rows")).contains("Your password was changed");

            goTo(page, "export");
            var file = page.waitForDownload(() -> page.click("#export"));
            assertThat(Files.readString(file.path())).contains("\"Ada Lovelace\"");

            goTo(page, "delete");
            page.fill("#email", "ada@example.org");
            page.fill("#current-password", CHOSEN);
            page.click("#delete");
            assertThat(page.textContent("h1")).isEqualTo("Your account is deleted");
            page.navigate(issuer + "/account");
            assertThat(page.url()).isEqualTo(issuer + "/sign-in");
        }
    }

    private void goTo(Page page, String name) {
        page.navigate(issuer + "/account");
        page.click("a[href='/account/" + name + "']");
        page.waitForURL(issuer + "/account/" + name);
    }
}
