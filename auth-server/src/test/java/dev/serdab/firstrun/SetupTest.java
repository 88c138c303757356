package dev.serdab.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Accounts;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Page;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The one-time link that makes the first administrator. */
class SetupTest extends ProtocolTest {

    private static final String GONE = "This set-up link no longer works";

    @Autowired Invitations invitations;
    @Autowired Accounts accounts;

    @Test
    void theLinkMakesAnAdministratorOnce() {
        var link = link();

        var done = create(browser.open(link), "root@example.org", People.PASSWORD);

        assertThat(done.expect(200).title()).isEqualTo("The administrator is ready");
        var root = accounts.findByEmail("root@example.org").orElseThrow();
        assertThat(root.isAdmin()).isTrue();
        browser.signedIn(root);
        browser.open(link).isError(410, GONE);
    }

    @Test
    void whoeverHasNoLinkMakesNobody() {
        browser.open("/setup").isError(410, GONE);
        browser.open("/setup?token=nonsense").isError(410, GONE);
    }

    @Test
    void theLinkWaitsForHalfAnHour() {
        var link = link();
        clock.pass(Duration.ofMinutes(29));
        browser.open(link).expect(200);

        clock.pass(Duration.ofMinutes(2));
        browser.open(link).isError(410, GONE);
    }

    @Test
    void whereThereIsAnAdministratorTheLinkIsWorthless() {
        var page = browser.open(link());
        people.administrator("root@example.org");

        create(page, "thief@example.org", People.PASSWORD).isError(410, GONE);
        assertThat(accounts.findByEmail("thief@example.org")).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndTheLinkStaysGood() {
        var page = browser.open(link());
        people.registered("ada@example.org");

        create(page, "not an address", People.PASSWORD).expect(422);
        create(page, "ro\u0000ot@example.org", People.PASSWORD).expect(422);
        create(page, "root@example.org", "123").expect(422);
        create(page, "Ada@example.org", People.PASSWORD).expect(422);
        browser.press(
                        page,
                        "create-administrator",
                        fields("R\u0000", "root@example.org", People.PASSWORD))
                .expect(422);

        create(page, "root@example.org", People.PASSWORD).expect(200);
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        var token = invitations.issue();

        browser.post("/setup", Map.of("token", token, "email", "root@example.org"))
                .isError(403, "This page was open for too long");
    }

    @Test
    void ofManyAtOnceOneBecomesAdministrator() {
        var link = link();

        var pages =
                AtOnce.call(
                        4,
                        () -> {
                            var somebody = new Browser(issuer);
                            var address = "root-%s@example.org".formatted(UUID.randomUUID());
                            return somebody.press(
                                    somebody.open(link),
                                    "create-administrator",
                                    fields("Root", address, People.PASSWORD));
                        });

        assertThat(pages).filteredOn(page -> page.answer().status() == 200).hasSize(1);
        assertThat(accounts.all()).hasSize(1);
    }

    private String link() {
        return "/setup?token=" + invitations.issue();
    }

    private Page create(Page page, String email, String password) {
        return browser.press(page, "create-administrator", fields("Root", email, password));
    }

    private static Map<String, String> fields(String name, String email, String password) {
        return Map.of("name", name, "email", email, "password", password);
    }
}
