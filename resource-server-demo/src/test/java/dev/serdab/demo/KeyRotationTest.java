package dev.serdab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;

import dev.serdab.demo.testing.Answer;
import dev.serdab.demo.testing.Demo;
import dev.serdab.demo.testing.FakeIssuer;
import dev.serdab.demo.testing.MovableClock;
import dev.serdab.demo.testing.SigningKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class KeyRotationTest {

    private final MovableClock clock = new MovableClock();
    private final SigningKey old = SigningKey.es256();
    private final FakeIssuer issuer = FakeIssuer.up(old);
    private final Demo demo = Demo.trusting(issuer, clock);

    @AfterEach
    void stop() {
        demo.close();
        issuer.goDown();
    }

    @Test
    void theIssuerIsAskedOnceForManyTokens() {
        assertThat(issuer.timesAskedForKeys()).isZero();
        for (var i = 0; i < 20; i++) {
            demo.get("/whoami").bearer(issuer.token()).expect(200);
        }
        assertThat(issuer.timesAskedForKeys()).isEqualTo(1);
    }

    @Test
    void aCrowdThatComesAtOnceAsksOnce() throws Exception {
        var token = issuer.token().signed();
        Callable<Answer> call = () -> demo.get("/whoami").bearer(token).answer();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : crowd.invokeAll(Collections.nCopies(30, call))) {
                answer.get().expect(200);
            }
        }
        assertThat(issuer.timesAskedForKeys()).isEqualTo(1);
    }

    @Test
    void aTokenByANewKeyMakesTheApiAskForIt() {
        demo.get("/whoami").bearer(issuer.token()).expect(200);

        issuer.rotateTo(SigningKey.es256(), old);
        clock.pass(Duration.ofSeconds(5));

        demo.get("/whoami").bearer(issuer.token()).expect(200);
        demo.get("/whoami").bearer(issuer.tokenBy(old)).expect(200);
    }

    @Test
    void aNewKeyMayBeOfAnotherKind() {
        demo.get("/whoami").bearer(issuer.token()).expect(200);

        issuer.rotateTo(SigningKey.ed25519(JWSAlgorithm.EdDSA));
        clock.pass(Duration.ofSeconds(5));

        demo.get("/whoami").bearer(issuer.token()).expect(200);
    }

    @Test
    void aKeyThatWasWithdrawnIsForgottenWithTheNextFetch() {
        demo.get("/whoami").bearer(issuer.token()).expect(200);

        issuer.rotateTo(SigningKey.es256());
        clock.pass(Duration.ofSeconds(5));
        demo.get("/whoami").bearer(issuer.token()).expect(200);

        demo.get("/whoami").bearer(issuer.tokenBy(old)).answer().expectInvalidToken("signed");
    }

    @Test
    void madeUpKeyNamesDoNotFloodTheIssuer() {
        for (var i = 0; i < 50; i++) {
            demo.get("/whoami")
                    .bearer(issuer.token().keyId("made-up-" + i))
                    .answer()
                    .expectInvalidToken("signed");
        }
        assertThat(issuer.timesAskedForKeys()).isEqualTo(1);

        demo.get("/whoami").bearer(issuer.token()).expect(200);
    }
}
