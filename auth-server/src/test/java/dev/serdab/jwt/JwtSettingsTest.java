package dev.serdab.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;

import dev.serdab.account.AccountChanges;
import dev.serdab.testing.AccountApiTest;
import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import java.text.ParseException;
import java.time.Duration;
import java.util.Map;

/** A front end without keys, and every setting of simplejwt's that changes what a token does. */
@Import(MovableClock.class)
@TestPropertySource(
        properties = {
            "serdab.account-api.token-model=none",
            "serdab.jwt.check-revoke-token=true",
            "serdab.jwt.leeway=30s",
            "serdab.jwt.auth-header-types=JWT",
            "serdab.jwt.user-id-claim=account_id"
        })
class JwtSettingsTest extends AccountApiTest {

    @Autowired MovableClock clock;
    @Autowired AccountChanges changes;
    @Autowired TransactionTemplate transaction;

    @Test
    void tokensEndWithThePasswordTheyWereGotFor() {
        var ada = people.registered("ada@example.org");
        var pair = pair();
        with("JWT " + pair.text("access")).get("/users/me/").expect(200);

        transaction.executeWithoutResult(_ -> changes.changePassword(ada, "!", false));

        var gone =
                "{\"detail\":\"The user's password has been changed.\",\"code\":\"password_changed\"}";
        assertThat(with("JWT " + pair.text("access")).get("/users/me/").expect(401).body())
                .isEqualTo(gone);
        assertThat(refresh(pair).expect(401).body()).isEqualTo(gone);
    }

    @Test
    void aTokenIsTakenForAWhileAfterItsEnd() {
        people.registered("ada@example.org");
        var ada = with("JWT " + pair().text("access"));

        clock.pass(Duration.ofSeconds(5 * 60 + 20));
        ada.get("/users/me/").expect(200);
        clock.pass(Duration.ofSeconds(15));
        ada.get("/users/me/").expect(401);
    }

    @Test
    void onlyTheWordOfTheSettingOpensAndItIsNamed() {
        people.registered("ada@example.org");
        var access = pair().text("access");

        with("JWT " + access).get("/users/me/").expect(200);
        var refused = with("Bearer " + access).get("/users/me/").expect(401);
        assertThat(refused.text("detail"))
                .isEqualTo("Authentication credentials were not provided.");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("JWT realm=\"api\"");
    }

    @Test
    void theClaimWithTheIdHasTheNameOfTheSetting() throws ParseException {
        var ada = people.registered("ada@example.org");
        var pair = pair();

        var claims = SignedJWT.parse(pair.text("access")).getJWTClaimsSet();

        assertThat(claims.getStringClaim("account_id")).isEqualTo(ada.id().toString());
        assertThat(claims.getClaim("user_id")).isNull();
        refresh(pair).expect(200);
    }

    @Test
    void withoutKeysThereIsNothingToLogInAt() {
        people.registered("ada@example.org");

        app.post("/token/login/", Map.of("email", "ada@example.org", "password", "x")).expect(404);
        assertThat(with("Token abc").get("/users/me/").expect(401).text("detail"))
                .isEqualTo("Authentication credentials were not provided.");
    }

    private Answer pair() {
        return createJwt("ada@example.org", People.PASSWORD).expect(200);
    }

    private Answer refresh(Answer pair) {
        return app.post("/jwt/refresh/", Map.of("refresh", pair.text("refresh")));
    }

    private Http with(String authorization) {
        return app.with("Authorization", authorization);
    }
}
