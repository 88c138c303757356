package dev.serdab.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Accounts;
import dev.serdab.testing.AccountApiTest;
import dev.serdab.testing.Answer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class RegistrationTest extends AccountApiTest {

    private static final String PASSWORD = "plum tree 42";
    private static final String TAKEN =
            "{\"email\":[\"user account with this email already exists.\"]}";

    @Autowired Accounts accounts;

    @Test
    void whoSignsUpMaySignIn() {
        signUp("Ada@EXAMPLE.org", "Ada", PASSWORD).expect(201);

        createJwt("ada@example.org", PASSWORD).expect(200);
    }

    @Test
    void anAddressIsTakenWhateverItsCase() {
        people.registered("ada@example.org");

        assertThat(signUp("ADA@Example.Org", "Ada", PASSWORD).expect(400).body()).isEqualTo(TAKEN);
    }

    @Test
    void ofTwoWhoWantAnAddressAtOnceOneGetsIt() throws Exception {
        Callable<Answer> asks = () -> signUp("ada@example.org", "Ada", PASSWORD);
        List<Answer> answers;
        try (var both = Executors.newFixedThreadPool(2)) {
            answers =
                    both.invokeAll(List.of(asks, asks)).stream()
                            .map(future -> future.resultNow())
                            .toList();
        }

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 400);
        assertThat(answers).extracting(Answer::body).contains(TAKEN);
    }

    @Test
    void nobodyBecomesAnAdministratorByAsking() {
        app.json(
                        "POST",
                        "/users/",
                        """
                        {"email":"eve@example.org","name":"Eve","password":"plum tree 42","id":1,
                         "is_admin":true,"is_staff":true,"is_superuser":true,"is_active":false}\
                        """)
                .expect(201);

        var eve = accounts.findByEmail("eve@example.org").orElseThrow();
        assertThat(eve.isAdmin() || eve.isSuperuser()).isFalse();
        assertThat(eve.isActive()).isTrue();
        assertThat(eve.isEmailVerified()).isFalse();
    }

    @Test
    void aPasswordOver4096CharactersIsRefused() {
        assertThat(signUp("ada@example.org", "Ada", "q7".repeat(2049)).expect(400).body())
                .isEqualTo(
                        "{\"password\":[\"Ensure this field has no more than 4096 characters.\"]}");
    }
}
