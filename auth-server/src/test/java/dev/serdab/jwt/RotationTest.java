package dev.serdab.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Accounts;
import dev.serdab.testing.AccountApiTest;
import dev.serdab.testing.Answer;
import dev.serdab.testing.People;
import dev.serdab.testing.Postgres;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@TestPropertySource(
        properties = {
            "serdab.jwt.rotate-refresh-tokens=true",
            "serdab.jwt.blacklist-after-rotation=true",
            "serdab.jwt.blacklist-endpoint=true",
            "serdab.jwt.update-last-login=true"
        })
class RotationTest extends AccountApiTest {

    @Autowired Accounts accounts;

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry settings) {
        Postgres.properties(settings);
    }

    @Test
    void aRefreshTokenWorksOnceAndBringsTheNext() {
        var first = newRefreshToken();
        var second = refresh(first).expect(200).text("refresh");

        assertThat(refresh(first).expect(401).text("detail")).isEqualTo("Token is blacklisted");
        assertThat(app.post("/jwt/verify/", Map.of("token", first)).expect(400).body())
                .isEqualTo("{\"non_field_errors\":[\"Token is blacklisted\"]}");
        refresh(second).expect(200);
    }

    @Test
    void ofManyWhoBringATokenAtOnceOneIsServed() throws Exception {
        var token = newRefreshToken();
        Callable<Integer> brings = () -> refresh(token).status();

        try (var many = Executors.newFixedThreadPool(6)) {
            var answers = many.invokeAll(Collections.nCopies(6, brings));
            assertThat(answers).extracting(future -> future.resultNow()).containsOnlyOnce(200);
        }
    }

    @Test
    void aTokenMayBeEndedByHand() {
        var token = newRefreshToken();

        assertThat(blacklist(token).expect(200).body()).isEqualTo("{}");

        assertThat(blacklist(token).expect(401).text("detail")).isEqualTo("Token is blacklisted");
        refresh(token).expect(401);
    }

    @Test
    void signingInIsNoted() {
        newRefreshToken();

        assertThat(accounts.findByEmail("ada@example.org").orElseThrow().lastLogin()).isNotNull();
    }

    private String newRefreshToken() {
        people.registered("ada@example.org");
        return createJwt("ada@example.org", People.PASSWORD).expect(200).text("refresh");
    }

    private Answer refresh(String token) {
        return app.post("/jwt/refresh/", Map.of("refresh", token));
    }

    private Answer blacklist(String token) {
        return app.post("/jwt/blacklist/", Map.of("refresh", token));
    }
}
