package dev.serdab.signingkey;

import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.Operator;
import dev.serdab.testing.People;
import dev.serdab.testing.ServerTest;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A server whose keys are as on its first day, its operator, and somebody with an account. */
@Import(MovableClock.class)
abstract class KeysTest extends ServerTest {

    @Autowired MovableClock clock;
    @Autowired SigningKeys keys;
    @Autowired KeySuccession succession;
    @Autowired KeyRotation rotation;

    Operator operator;

    @BeforeEach
    void startWithFirstKeys(@Autowired Environment server) {
        operator = Operator.of(server);
        database.sql().sql("delete from signing_key").update();
        keys.offered().forEach(succession::ensure);
        keys.reread();
        people.registered("ada@example.org");
    }

    /** An access token of the account API: nobody but its signature says whether it is good. */
    String token() {
        return signIn("access");
    }

    /** The refresh token that came with one. */
    String refreshToken() {
        return signIn("refresh");
    }

    boolean verifies(String token) {
        return new Http(issuer).post("/jwt/verify/", Map.of("token", token)).status() == 200;
    }

    static String kid(String token) {
        return (String) Jwt.parse(token).header().get("kid");
    }

    List<String> published() {
        var set = new Http(issuer).get("/oauth2/jwks").expect(200).json().path("keys");
        return StreamSupport.stream(set.spliterator(), false)
                .map(key -> key.path("kid").asString())
                .toList();
    }

    private String signIn(String which) {
        return new Http(issuer)
                .post(
                        "/jwt/create/",
                        Map.of("email", "ada@example.org", "password", People.PASSWORD))
                .expect(200)
                .text(which);
    }
}
