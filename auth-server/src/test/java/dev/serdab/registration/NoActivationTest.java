package dev.serdab.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.FrontEndTest;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** By default accounts are active from the start, and nothing is mailed about it. */
class NoActivationTest extends FrontEndTest {

    @Test
    void thereIsNothingToResend() {
        people.inactive("ada@example.org");

        assertThat(resend("ada@example.org").expect(400).body()).isEmpty();
        assertThat(resend("ada").expect(400).body())
                .isEqualTo("{\"email\":[\"Enter a valid email address.\"]}");
        assertThat(mails.fresh()).isEmpty();
    }

    @Test
    void noPageOffersALink() {
        app.get("/activate").expect(404);
        app.get("/activate/MQ/abc-123").expect(404);
    }

    @Test
    void signingUpMailsNothing() {
        signUp("ada@example.org", "Ada", People.PASSWORD).expect(201);

        createJwt("ada@example.org", People.PASSWORD).expect(200);
        assertThat(mails.fresh()).isEmpty();
    }

    private Answer resend(String email) {
        return app.post("/users/resend_activation/", Map.of("email", email));
    }
}
