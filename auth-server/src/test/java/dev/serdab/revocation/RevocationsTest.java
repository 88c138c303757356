package dev.serdab.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.App;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.Operator;
import dev.serdab.testing.People;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An operator ends everything of an account, of an app, or of a sign-in, at once. */
@TestPropertySource(
        properties = {
            "serdab.bootstrap.clients[5].client-id=robot",
            "serdab.bootstrap.clients[5].client-secret=the secret of robot, which is long enough",
            "serdab.bootstrap.clients[5].grant-types=client_credentials",
            "serdab.bootstrap.clients[5].scope=notes.read",
            "serdab.bootstrap.clients[5].stateless-tokens=true"
        })
class RevocationsTest extends ProtocolTest {

    private Operator operator;
    private Account ada;
    private Account bob;

    @BeforeEach
    void peopleAreThere(@Autowired Environment environment) {
        operator = Operator.of(environment);
        ada = people.registered("ada@example.org");
        bob = people.registered("bob@example.org");
    }

    @Test
    void ofAnAccountEverythingEnds() {
        var lasting = notes.tokensFor(ada, browser, "openid offline_access");
        var mobiles = mobile.tokensFor(ada, browser, "openid");
        var key = logIn("ada@example.org");
        var jwt = createJwt("ada@example.org");
        var bobs = notes.tokensFor(bob, new Browser(issuer), "openid");

        operator.revokes(Map.of("account", ada.id().toString())).expect(204);

        isDead(lasting);
        mobile.refreshes(mobiles.refresh()).expect(400);
        assertThat(browser.isSignedIn()).isFalse();
        app.with("Authorization", "Token " + key).get("/users/me/").expect(401);
        assertThat(app.bearer(jwt.access()).get("/users/me/").expect(401).text("code"))
                .isEqualTo("token_not_valid");
        app.post("/jwt/refresh/", Map.of("refresh", jwt.refresh())).expect(401);
        isAlive(bobs);
    }

    @Test
    void andThePersonMayComeBackAtOnce() {
        createJwt("ada@example.org");
        operator.revokes(Map.of("account", ada.id().toString())).expect(204);
        operator.revokes(Map.of("account", ada.id().toString())).expect(204);

        var jwt = createJwt("ada@example.org");

        app.bearer(jwt.access()).get("/users/me/").expect(200);
        var renewed = app.post("/jwt/refresh/", Map.of("refresh", jwt.refresh())).expect(200);
        app.bearer(renewed.text("access")).get("/users/me/").expect(200);
        isAlive(notes.tokensFor(ada, browser, "openid"));
    }

    @Test
    void ofAnAppWhatEverybodyAllowedItEndsAndWhatItGotForItself() {
        var adas = notes.tokensFor(ada, browser, "openid offline_access");
        var bobs = notes.tokensFor(bob, new Browser(issuer), "openid");
        var others = mobile.tokensFor(ada, browser, "openid");
        var own = ownToken(machine);
        var stateless = ownToken(robot());

        operator.revokes(Map.of("client", "notes")).expect(204);
        operator.revokes(Map.of("client", "machine")).expect(204);
        operator.revokes(Map.of("client", "robot")).expect(204);

        isDead(adas);
        isDead(bobs);
        mobile.refreshes(others.refresh()).expect(200);
        assertThat(notes.findsActive(own)).isFalse();
        assertThat(notes.findsActive(stateless)).isFalse();
        assertThat(notes.findsActive(ownToken(machine))).isTrue();
        assertThat(notes.findsActive(ownToken(robot()))).isTrue();
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void ofASignInWhatWasToLastEndsToo() {
        var here = notes.tokensFor(ada, browser, "openid offline_access");
        var elsewhere = new Browser(issuer);
        var there = notes.tokensFor(ada, elsewhere, "openid");
        var session = Jwt.parse(here.id()).text("sid");

        operator.revokes(Map.of("session", session)).expect(204);

        isDead(here);
        assertThat(browser.isSignedIn()).isFalse();
        isAlive(there);
        assertThat(elsewhere.isSignedIn()).isTrue();
    }

    @Test
    void ofOneAppAtOneAccountTheAppHasToAskAgain() {
        var adas = notes.tokensFor(ada, browser, "openid offline_access");
        var mobiles = mobile.tokensFor(ada, browser, "openid");
        var bobs = notes.tokensFor(bob, new Browser(issuer), "openid");

        operator.revokes(Map.of("account", ada.id().toString(), "client", "notes")).expect(204);

        isDead(adas);
        mobile.refreshes(mobiles.refresh()).expect(200);
        isAlive(bobs);
        assertThat(browser.open(notes.asks("openid")).path()).isEqualTo("/consent");
    }

    @Test
    void whatIsNotThereIsSaid() {
        operator.revokes(Map.of("account", "999999")).expect(404);
        operator.revokes(Map.of("client", "nobody")).expect(404);
        operator.revokes(Map.of("session", UUID.randomUUID().toString())).expect(204);
        for (var wrong :
                List.of(
                        Map.<String, String>of(),
                        Map.of("account", "ada"),
                        Map.of("session", "x"),
                        Map.of("account", "1", "session", UUID.randomUUID().toString()))) {
            assertThat(operator.revokes(wrong).expect(400).text("error")).isNotEmpty();
        }
    }

    @Test
    void theLogTellsThatItWasDone() {
        notes.tokensFor(ada, browser, "openid");

        operator.revokes(Map.of("account", ada.id().toString())).expect(204);

        assertThat(operator.happened()).startsWith("GRANT_REVOKED", "ACCESS_REVOKED");
    }

    @Test
    void nobodyElseGetsThere() {
        var body = "{\"account\": \"%s\"}".formatted(ada.id());
        app.json("POST", "/actuator/revocation", body).expect(404);
        app.get("/actuator/auditevents").expect(404);

        // The port itself, without the token.
        var stranger = operator.stranger();
        stranger.get("/actuator/auditevents").expect(401);
        stranger.json("POST", "/actuator/revocation", body).expect(401);
        stranger.get("/actuator/health").expect(200);

        // A form is what another site's page can send without asking.
        assertThat(operator.http().post("/actuator/revocation", Map.of("client", "notes")).status())
                .isEqualTo(415);
    }

    private void isDead(Tokens tokens) {
        notes.asksUserInfo(tokens.access()).expect(401);
        assertThat(notes.findsActive(tokens.access())).isFalse();
        assertThat(notes.findsActive(tokens.refresh())).isFalse();
        notes.refreshes(tokens.refresh()).expect(400);
        app.bearer(tokens.access()).get("/users/me/").expect(401);
    }

    private void isAlive(Tokens tokens) {
        notes.asksUserInfo(tokens.access()).expect(200);
        notes.refreshes(tokens.refresh()).expect(200);
    }

    private App robot() {
        return machine.named("robot");
    }

    private static String ownToken(App app) {
        return app.asksForItself("").expect(200).text("access_token");
    }

    private String logIn(String email) {
        return app.post("/token/login/", Map.of("email", email, "password", People.PASSWORD))
                .expect(200)
                .text("auth_token");
    }

    private Pair createJwt(String email) {
        var answer =
                app.post("/jwt/create/", Map.of("email", email, "password", People.PASSWORD))
                        .expect(200);
        return new Pair(answer.text("access"), answer.text("refresh"));
    }

    private record Pair(String access, String refresh) {}
}
