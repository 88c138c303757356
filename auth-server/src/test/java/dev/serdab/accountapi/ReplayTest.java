package dev.serdab.accountapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Accounts;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.NewAccount;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.testing.ServerTest;
import dev.serdab.testing.replay.Replay;
import dev.serdab.testing.replay.Scenario;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a live Djoser was seen to answer, this server answers too. */
class ReplayTest extends ServerTest {

    private static final String PASSWORD = "Fixture-Pass-91";

    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();

    @Autowired Accounts accounts;
    @Autowired PasswordHasher hasher;

    @BeforeEach
    void threePeople() {
        var password = HASHES.computeIfAbsent(PASSWORD, hasher::hash);
        person("admin@example.com", "Fixture Admin", password, true, true);
        person("inactive@example.com", "Fixture Inactive", password, false, false);
        person("unusable@example.com", "Fixture Unusable", "!", false, true);
    }

    static List<Scenario> scenarios() {
        return Scenario.all("default");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void answersAsDjoserDid(Scenario scenario) {
        var replay =
                new Replay(
                        app,
                        Map.of(
                                "prefix", "",
                                "base", issuer,
                                "admin_email", "admin@example.com",
                                "inactive_email", "inactive@example.com",
                                "unusable_email", "unusable@example.com",
                                "fixture_password", PASSWORD));

        assertThat(replay.play(scenario)).isEmpty();
    }

    private void person(
            String email, String name, String password, boolean isAdmin, boolean isActive) {
        accounts.create(
                new NewAccount(new EmailAddress(email), name, password, isAdmin, isActive, false));
    }
}
