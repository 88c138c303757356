package dev.serdab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.demo.testing.Answer;
import dev.serdab.demo.testing.Demo;
import dev.serdab.demo.testing.FakeIssuer;
import dev.serdab.demo.testing.MovableClock;
import dev.serdab.demo.testing.SigningKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** The API and its issuer are started and stopped in any order. */
class OutageTest {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock();
    private final FakeIssuer issuer = FakeIssuer.down(SigningKey.es256());
    private Demo demo;

    @BeforeEach
    void theApiStartsFirst() {
        demo = Demo.trusting(issuer, clock);
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void whileTheIssuerIsDownATokenIsNeitherGoodNorBad() {
        expectTryLater(whoAmI());
        expectTryLater(whoAmI());
        expectTryLater(whoAmI());

        demo.get("/whoami").answer().expectProblem(401);
        demo.get("/.well-known/oauth-protected-resource").expect(200);
        demo.get("/nothing").answer().expectProblem(404);
    }

    @Test
    void onceTheIssuerIsUpItsTokensAreTaken() {
        expectTryLater(whoAmI());

        issuer.goUp();
        clock.pass(RETRY_AFTER);

        whoAmI().expect(200);
        issuer.goDown();
    }

    @Test
    void keysThatAreKnownOutliveAnOutage() {
        issuer.goUp();
        whoAmI().expect(200);

        issuer.goDown();
        clock.pass(RETRY_AFTER);

        whoAmI().expect(200);
        var unknown = issuer.tokenBy(SigningKey.es256());
        demo.get("/whoami").bearer(unknown).answer().expectInvalidToken("signed");
        whoAmI().expect(200);
    }

    @Test
    void anIssuerThatTalksNonsenseIsAnOutage() {
        issuer.goUp();
        for (var nonsense : new String[] {"<html>", "{}", "[]", "", "{\"keys\": 1}"}) {
            issuer.publish(nonsense);
            expectTryLater(whoAmI());
            clock.pass(RETRY_AFTER);
        }

        issuer.publishKeys();
        whoAmI().expect(200);
        issuer.goDown();
    }

    @Test
    void anIssuerThatHangsHoldsNobodyForLong() {
        issuer.hang();
        issuer.goUp();
        var start = System.nanoTime();

        expectTryLater(whoAmI());
        expectTryLater(whoAmI());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(RETRY_AFTER);
        issuer.goDown();
    }

    @Test
    void anIssuerUnderAnotherNameIsNotTheOneWeTrust() {
        issuer.callItself("https://evil.example");
        issuer.goUp();

        expectTryLater(whoAmI());
        issuer.goDown();
    }

    private Answer whoAmI() {
        return demo.get("/whoami").bearer(issuer.token()).answer();
    }

    private static void expectTryLater(Answer answer) {
        answer.expectProblem(503);
        assertThat(answer.header("Retry-After")).isEqualTo("" + RETRY_AFTER.toSeconds());
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }
}
