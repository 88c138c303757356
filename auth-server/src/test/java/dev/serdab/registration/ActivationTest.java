package dev.serdab.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Browser;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.MailDirectory.Letter;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;
import java.util.Map;

/** Proving the address before the account can be used. */
@TestPropertySource("/djoser/settings/strict.properties")
class ActivationTest extends FrontEndTest {

    private static final String STALE = "{\"detail\":\"Stale token for given user.\"}";

    @Test
    void nobodySignsInBeforeTheLinkWasFollowed() {
        var mail = signsUp("ada@example.org");
        createJwt("ada@example.org", People.PASSWORD).expect(401);
        new Browser(issuer)
                .signIn(new Browser(issuer).open("/sign-in"), "ada@example.org", People.PASSWORD)
                .expect(403);

        activates(mail).expect(204);

        createJwt("ada@example.org", People.PASSWORD).expect(200);
        assertThat(accounts.findByEmail("ada@example.org").orElseThrow().isEmailVerified())
                .isTrue();
    }

    @Test
    void aUsedLinkIsStaleUntilItsTimeIsOver() {
        var mail = signsUp("ada@example.org");
        activates(mail).expect(204);

        assertThat(activates(mail).expect(403).body()).isEqualTo(STALE);
        clock.pass(Duration.ofHours(73));
        activates(mail).expect(400);
    }

    @Test
    void aLinkThatNobodyFollowedInTimeIsNoGoodAndAnotherOneIs() {
        var late = signsUp("ada@example.org");
        clock.pass(Duration.ofHours(73));
        activates(late).expect(400);

        app.post("/users/resend_activation/", Map.of("email", "ADA@example.org")).expect(204);

        activates(mails.one()).expect(204);
    }

    @Test
    void ofSeveralLinksTheOthersAreStaleOnceOneWasFollowed() {
        var first = signsUp("ada@example.org");
        app.post("/users/resend_activation/", Map.of("email", "ada@example.org")).expect(204);
        var second = mails.one();

        activates(first).expect(204);

        assertThat(activates(second).expect(403).body()).isEqualTo(STALE);
    }

    @Test
    void aLinkNeverBringsBackWhomAnOperatorShutOut() {
        var first = signsUp("ada@example.org");
        app.post("/users/resend_activation/", Map.of("email", "ada@example.org")).expect(204);
        var second = mails.one();
        activates(first).expect(204);
        database.sql().sql("update account set is_active = false").update();

        activates(first).expect(403);
        activates(second).expect(403);
        app.post("/users/resend_activation/", Map.of("email", "ada@example.org")).expect(400);
        assertThat(mails.fresh()).isEmpty();

        createJwt("ada@example.org", People.PASSWORD).expect(401);
    }

    @Test
    void aLinkOfADeletedAccountLeadsNowhere() {
        var mail = signsUp("ada@example.org");
        database.sql().sql("delete from account").update();

        assertThat(activates(mail).expect(400).body())
                .isEqualTo("{\"uid\":[\"Invalid user id or user doesn't exist.\"]}");
    }

    @Test
    void theMailSpeaksTheLanguageOfTheRequest() {
        app.with("Accept-Language", "fr, ko;q=0.5").post("/users/", form("ada@example.org"));

        assertThat(mails.one().subject()).isEqualTo("Strict Site 계정 활성화");
    }

    private Letter signsUp(String email) {
        app.post("/users/", form(email)).expect(201);
        return mails.one();
    }

    private static Map<String, String> form(String email) {
        return Map.of(
                "email",
                email,
                "name",
                "Ada",
                "password",
                People.PASSWORD,
                "re_password",
                People.PASSWORD);
    }

    private Answer activates(Letter mail) {
        var answer = app.post("/users/activation/", link(mail, "unknown", "ignored"));
        mails.fresh();
        return answer;
    }
}
