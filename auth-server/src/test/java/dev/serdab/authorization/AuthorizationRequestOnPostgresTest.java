package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Node;
import dev.serdab.testing.OnPostgres;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import java.nio.file.Path;
import java.util.stream.Stream;

class AuthorizationRequestOnPostgresTest extends AuthorizationRequestTest implements OnPostgres {

    @Autowired Environment environment;

    @Test
    void whatWaitsAtOneNodeGoesOnAtAnother() {
        clock.comeBack();
        var ada = people.registered("ada@example.org");
        try (var other = anotherNode()) {
            var there = browser.ledTo(other);
            var ask = notes.asks("openid").with("prompt", "login select_account consent");

            var handle = browser.post("/oauth2/authorize", ask.parameters()).handle();
            var signIn = there.open("/sign-in?continue=" + handle);
            var consent = there.signIn(signIn, ada).isAt("/consent");
            var answer = browser.allow(browser.open("/consent?continue=" + consent.handle()));

            assertThat(answer.sentToApp()).containsEntry("state", ask.get("state"));
            notes.redeems(answer.code(), ask).expect(200);

            var again = notes.asks("openid").with("prompt", "select_account");
            var choice = browser.open(again).isAt("/choose-account");
            var chosen =
                    there.press(
                            there.open("/choose-account?continue=" + choice.handle()),
                            "this-account");
            assertThat(chosen.sentToApp()).containsEntry("state", again.get("state"));
        }
    }

    private Node anotherNode() {
        var shared =
                Stream.of("serdab.issuer", "spring.datasource.url", "spring.datasource.username")
                        .map(name -> name + "=" + environment.getRequiredProperty(name));
        return Node.startedIn(
                Path.of(environment.getRequiredProperty("serdab.data-directory")),
                Stream.concat(shared, Stream.of("spring.datasource.password="))
                        .toArray(String[]::new));
    }
}
