package dev.serdab.accountapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.EmailAddress;
import dev.serdab.account.NewAccount;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.testing.AnswerCheck;
import dev.serdab.testing.ApiDescription;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.replay.Replay;
import dev.serdab.testing.replay.Scenario;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;
import java.util.stream.Stream;

/**
 * What a live Djoser was seen to answer under some settings, this server answers too. Each subclass
 * is one of the four configurations in {@code resources/djoser/settings}.
 */
abstract class ReplayTest extends FrontEndTest {

    private static final String PASSWORD = "Fixture-Pass-91";

    private final String configuration;
    private final String prefix;
    private final Map<String, String> aliases;

    @Autowired PasswordHasher hasher;

    ReplayTest(String configuration) {
        this(configuration, "", Map.of());
    }

    ReplayTest(String configuration, String prefix, Map<String, String> aliases) {
        this.configuration = configuration;
        this.prefix = prefix;
        this.aliases = aliases;
    }

    @TestFactory
    Stream<DynamicTest> answersAsDjoserDid() {
        var password = hasher.hash(PASSWORD);
        person("admin@example.com", "Fixture Admin", password, true, true);
        person("inactive@example.com", "Fixture Inactive", password, false, false);
        person("unusable@example.com", "Fixture Unusable", "!", false, true);
        var described = new AnswerCheck(ApiDescription.servedTo(app));
        var replay =
                new Replay(
                        app.shownTo(described),
                        mails,
                        clock::pass,
                        aliases,
                        Map.of(
                                "prefix",
                                prefix,
                                "base",
                                issuer,
                                "admin_email",
                                "admin@example.com",
                                "inactive_email",
                                "inactive@example.com",
                                "unusable_email",
                                "unusable@example.com",
                                "fixture_password",
                                PASSWORD));
        return Scenario.all(configuration).stream()
                .map(scenario ->
                        DynamicTest.dynamicTest(
                                scenario.name(),
                                () -> {
                                    assertThat(replay.play(scenario)).isEmpty();
                                    assertThat(described.differences())
                                            .as("what the OpenAPI document says otherwise")
                                            .isEmpty();
                                }));
    }

    private void person(
            String email, String name, String password, boolean isAdmin, boolean isActive) {
        accounts.create(
                new NewAccount(new EmailAddress(email), name, password, isAdmin, isActive, false));
    }
}
