package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.cleanup.CleanUp;
import dev.serdab.signingkey.Algorithm;
import dev.serdab.signingkey.JwtEncoder;
import dev.serdab.testing.App;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service's tokens have a row each, or none at all; whoever asks is told the same. */
@TestPropertySource(
        properties = {
            "serdab.bootstrap.clients[5].client-id=robot",
            "serdab.bootstrap.clients[5].client-secret=the secret of robot, which is long enough",
            "serdab.bootstrap.clients[5].grant-types=client_credentials",
            "serdab.bootstrap.clients[5].scope=notes.read notes.write",
            "serdab.bootstrap.clients[5].stateless-tokens=true"
        })
class MachineTokenTest extends ProtocolTest {

    @Autowired JwtEncoder encoder;
    @Autowired CleanUp cleanUp;

    @Test
    void oneWithARowAndOneWithoutAreToldAlike() {
        for (var app : both()) {
            var token = token(app);
            var said = notes.introspects(token).expect(200);

            assertThat(said.json().path("active").asBoolean()).isTrue();
            for (var name : new String[] {"iss", "sub", "aud", "client_id", "scope", "jti"}) {
                assertThat(said.text(name)).as(name).isEqualTo(Jwt.parse(token).text(name));
            }
            assertThat(said.text("sub")).isEqualTo(app.clientId());
            assertThat(said.json().path("exp").asLong()).isEqualTo(Jwt.parse(token).seconds("exp"));
            assertThat(said.text("token_type")).isEqualTo("Bearer");
        }
    }

    @Test
    void aStatelessOneLeavesNoRow() {
        int before = rows();
        token(robot());
        assertThat(rows()).isEqualTo(before);

        token(machine);
        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void neitherOpensWhatIsForPeople() {
        for (var app : both()) {
            app.asksUserInfo(token(app)).expect(401);
            new Http(issuer).bearer(token(app)).get("/users/me/").expect(403);
        }
    }

    @Test
    void aTokenThatWasGivenBackIsDeadAloneAndForGood() {
        for (var app : both()) {
            var token = token(app);
            var other = token(app);

            app.revokes(token).expect(200);
            app.revokes(token).expect(200);
            cleanUp.run();

            isDead(token);
            assertThat(notes.findsActive(other)).isTrue();
        }
    }

    @Test
    void anotherAppCannotGiveItBack() {
        var token = token(robot());

        machine.revokes(token).expect(200);

        assertThat(notes.findsActive(token)).isTrue();
    }

    @Test
    void bothExpireAndWhatWasGivenBackIsForgottenThen() {
        for (var app : both()) {
            var token = token(app);
            app.revokes(token(app)).expect(200);
            clock.pass(Duration.ofMinutes(10));

            isDead(token);
        }
        clock.pass(Duration.ofSeconds(1));
        cleanUp.run();
        assertThat(count("revoked_token")).isZero();
    }

    @Test
    void aRowThatIsGoneDoesNotComeBackByItsSignature() {
        var token = token(machine);
        assertThat(notes.findsActive(token)).isTrue();

        database.sql().sql("delete from oauth_token").update();

        isDead(token);
    }

    @Test
    void aTokenThatWasChangedOrOtherwiseMadeIsNotTaken() {
        var good = Jwt.parse(token(robot())).claims();
        assertThat(notes.findsActive(signed("at+jwt", good))).isTrue();

        isDead(signed("JWT", good));
        isDead(signed("at+jwt", with(good, "iss", "https://evil.example.com")));
        isDead(signed("at+jwt", with(good, "sub", "7")));
        isDead(signed("at+jwt", with(good, "client_id", "nobody")));
        isDead(signed("at+jwt", with(good, "token_generation", 1)));
        isDead(signed("at+jwt", with(good, "token_generation", "0")));
        isDead(signed("at+jwt", with(good, "exp", 1)));
        var one = token(robot());
        var other = token(robot());
        isDead(one.substring(0, one.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
    }

    private List<App> both() {
        return List.of(machine, robot());
    }

    private App robot() {
        return machine.named("robot");
    }

    private static String token(App app) {
        return app.asksForItself("").expect(200).text("access_token");
    }

    private void isDead(String token) {
        assertThat(notes.introspects(token).expect(200).body()).isEqualTo("{\"active\":false}");
        assertThat(new Http(issuer).bearer(token).get("/users/me/").status()).isEqualTo(401);
    }

    private String signed(String type, Map<String, Object> claims) {
        return encoder.encode(type, Algorithm.ES256, claims);
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        var changed = new LinkedHashMap<>(claims);
        changed.put(name, value);
        return changed;
    }

    private int rows() {
        return count("oauth_token");
    }

    private int count(String table) {
        return database.sql().sql("select count(*) from " + table).query(Integer.class).single();
    }
}
