package dev.serdab.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;

import dev.serdab.account.AccountChanges;
import dev.serdab.account.AccountEvent;
import dev.serdab.account.Accounts;
import dev.serdab.signingkey.Algorithm;
import dev.serdab.signingkey.JwtEncoder;
import dev.serdab.testing.AccountApiTest;
import dev.serdab.testing.Answer;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class JwtTest extends AccountApiTest {

    @Autowired Accounts accounts;
    @Autowired JwtEncoder encoder;
    @Autowired ApplicationEventPublisher events;
    @Autowired AccountChanges changes;
    @Autowired Renewals renewals;
    @Autowired TransactionTemplate transaction;

    @Test
    void theAccessTokenIsOneThatAnyResourceServerTakes() throws ParseException {
        var ada = people.registered("ada@example.org");

        var token = SignedJWT.parse(pair().text("access"));
        var claims = token.getJWTClaimsSet();

        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(token.getHeader().getAlgorithm()).hasToString("ES256");
        assertThat(claims.getIssuer()).isEqualTo(issuer);
        assertThat(claims.getSubject()).isEqualTo(ada.id().toString());
        assertThat(claims.getAudience()).containsExactly("http://localhost:8090");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("account-api");
        assertThat(claims.getStringClaim("scope")).isEqualTo("notes.read");
    }

    @Test
    void theRefreshTokenPassesNowhereAsAnAccessToken() throws ParseException {
        people.registered("ada@example.org");

        var token = SignedJWT.parse(pair().text("refresh"));

        assertThat(token.getHeader().getType()).hasToString("refresh+jwt");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(issuer);
        assertThat(token.getJWTClaimsSet().getClaim("scope")).isNull();
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (var text : List.of("x", "a.b.c", "....", "e30.e30.e30", "bnVsbA.bnVsbA.AAAA")) {
            app.json("POST", "/jwt/verify/", "{\"token\": \"%s\"}".formatted(text)).expect(401);
            app.json("POST", "/jwt/refresh/", "{\"refresh\": \"%s\"}".formatted(text)).expect(401);
            app.with("Authorization", "JWT " + text).get("/users/me/").expect(401);
        }
    }

    @Test
    void anExpiredTokenIsToldFromABrokenOne() {
        var ada = people.registered("ada@example.org");
        var expired = signed("at+jwt", "access", "account-api", ada.id().toString(), -1);

        assertThat(app.bearer(expired).get("/users/me/").expect(401).body())
                .contains("\"message\":\"Token is expired\"");
        assertThat(refresh(expired).expect(401).text("detail")).isEqualTo("Token is expired");
    }

    @Test
    void aTokenThatWasGoodExpiresAndItsAccountIsAskedForEachTime() throws Exception {
        var ada = people.registered("ada@example.org");
        var token = signed("at+jwt", "access", "account-api", ada.id().toString(), 2);
        app.bearer(token).get("/users/me/").expect(200);

        database.sql().sql("update account set is_active = false").update();
        assertThat(app.bearer(token).get("/users/me/").expect(401).text("code"))
                .isEqualTo("user_inactive");

        Thread.sleep(Duration.ofSeconds(2));
        assertThat(app.bearer(token).get("/users/me/").expect(401).body())
                .contains("Token is expired");
    }

    @Test
    void aTokenOfAnotherClientIsNoneOfThisApi() {
        var ada = people.registered("ada@example.org");
        var foreign = signed("at+jwt", "access", "photos", ada.id().toString(), 60);

        app.bearer(foreign).get("/users/me/").expect(401);
        verify(foreign).expect(401);
    }

    @Test
    void aRefreshTokenDiesWithItsAccount() {
        var ada = people.registered("ada@example.org");
        var refresh = pair().text("refresh");

        database.sql().sql("update account set is_active = false").update();
        assertThat(refresh(refresh).expect(401).body())
                .isEqualTo("{\"detail\":\"No active account found for the given token.\"}");

        accounts.delete(ada.id());
        assertThat(refresh(refresh).expect(401).body())
                .isEqualTo("{\"detail\":\"User not found\",\"code\":\"user_not_found\"}");
    }

    @Test
    void aResetPasswordEndsAllRefreshTokens() {
        var ada = people.registered("ada@example.org");
        var before = pair().text("refresh");

        for (int i = 0; i < 2; i++) {
            events.publishEvent(new AccountEvent.PasswordReset(ada.id()));
        }

        assertThat(refresh(before).expect(401).text("detail")).isEqualTo("Token is blacklisted");
        refresh(pair().text("refresh")).expect(200);
    }

    @Test
    void nobodyGetsARefreshTokenForAPasswordThatWasResetMeanwhile() {
        var checked = people.registered("ada@example.org");
        transaction.executeWithoutResult(_ -> changes.resetPassword(checked.id(), "!"));

        assertThat(renewals.first(checked)).isEmpty();
    }

    @Test
    void signingInHereIsNotNotedUnlessASettingSaysSo() {
        var ada = people.registered("ada@example.org");

        pair();

        assertThat(accounts.find(ada.id()).orElseThrow().lastLogin()).isNull();
    }

    private Answer pair() {
        return createJwt("ada@example.org", People.PASSWORD).expect(200);
    }

    private Answer refresh(String token) {
        return app.post("/jwt/refresh/", Map.of("refresh", token));
    }

    private Answer verify(String token) {
        return app.post("/jwt/verify/", Map.of("token", token));
    }

    private String signed(String type, String kind, String client, String person, int seconds) {
        return encoder.encode(
                type,
                Algorithm.ES256,
                Map.of(
                        "token_type", kind,
                        "exp", Instant.now().plusSeconds(seconds),
                        "jti", "0123456789abcdef0123456789abcdef",
                        "user_id", person,
                        "iss", issuer,
                        "sub", person,
                        "aud", List.of(issuer),
                        "client_id", client));
    }
}
