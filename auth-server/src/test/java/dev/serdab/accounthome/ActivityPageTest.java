package dev.serdab.accounthome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.audit.AuditEvent;
import dev.serdab.testing.Browser;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** People see what happened to their account, and take along what is stored about them. */
class ActivityPageTest extends ProtocolTest {

    private Account ada;

    @BeforeEach
    void somebodyIsSignedIn() {
        ada = people.registered("ada@example.org");
        browser.signedIn(ada);
    }

    @Test
    void whatHappenedStandsThereInPlainWords() {
        notes.tokensFor(ada, browser, "openid");
        app.post("/token/login/", Map.of("email", "ada@example.org", "password", "wrong"))
                .expect(400);

        var lines = browser.open("/account/activity").expect(200).html().select(".rows li");

        assertThat(lines.eachText())
                .anyMatch(line -> line.startsWith("Signing in failed"))
                .anyMatch(line -> line.startsWith("You allowed access: Notes"))
                .anyMatch(line -> line.startsWith("You signed in"))
                .anyMatch(line -> line.startsWith("Your account was created"))
                .allMatch(line -> line.contains("UTC"));
    }

    @Test
    void nobodySeesWhatHappenedToOthersNorWhatIsLongPast() {
        var bob = new Browser(issuer).signedIn(people.registered("bob@example.org"));
        notes.tokensFor(ada, browser, "openid");

        assertThat(bob.open("/account/activity").body()).doesNotContain("Notes");

        clock.pass(Duration.ofDays(91));
        browser.signedIn(ada);
        assertThat(browser.open("/account/activity").html().select(".rows li")).hasSize(1);
    }

    @Test
    void everyKindOfEventHasASentence() throws IOException {
        var words =
                PropertiesLoaderUtils.loadProperties(
                        new ClassPathResource("pages/accounthome/messages.properties"));

        assertThat(
                        Arrays.stream(AuditEvent.Kind.values())
                                .map(kind ->
                                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .allSatisfy(kind -> assertThat(words).containsKey("activity." + kind));
    }

    @Test
    void whatIsStoredAboutThePersonIsOneFileWithoutSecrets() {
        notes.tokensFor(ada, browser, "openid offline_access");
        var secret = browser.cookie("sid");

        var file = browser.press(browser.open("/account/export"), "export").expect(200).answer();

        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"account-" + ada.id() + ".json\"");
        assertThat(file.header("Content-Type")).isEqualTo("application/json");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        var json = file.json();
        assertThat(json.at("/issuer").asString()).isEqualTo(issuer);
        assertThat(json.at("/profile/email").asString()).isEqualTo("ada@example.org");
        assertThat(json.at("/sessions").size()).isEqualTo(1);
        assertThat(json.at("/apps/0/clientId").asString()).isEqualTo("notes");
        assertThat(json.at("/activity").size()).isGreaterThan(2);
        assertThat(json.has("claims")).isTrue();
        assertThat(file.body()).doesNotContain("argon2", secret);
        assertThat(browser.open("/account/activity").body()).contains("You took your data along");
    }
}
