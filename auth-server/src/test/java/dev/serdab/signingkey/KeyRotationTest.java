package dev.serdab.signingkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Http;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;

/** What becomes of keys in time, by itself. */
@TestPropertySource(properties = "serdab.jwt.access-token-lifetime=1h")
class KeyRotationTest extends KeysTest {

    @Test
    void theNextKeyIsPublishedADayBeforeItSigns() {
        var first = operator.active("ES256");

        pass(Duration.ofDays(89).minusMinutes(5));
        assertThat(operator.keys("ES256", "published")).isEmpty();
        pass(Duration.ofMinutes(10));

        var next = operator.keys("ES256", "published");
        assertThat(next).hasSize(1).doesNotContain(first);
        assertThat(published()).contains(first).containsAll(next);
        assertThat(kid(token())).isEqualTo(first);
    }

    @Test
    void itTakesOverWhenItsTimeComesWithoutAnybodysDoing() {
        var first = operator.active("ES256");
        pass(Duration.ofDays(89));
        clock.pass(Duration.ofDays(1).minusMinutes(1));
        var token = token();
        assertThat(kid(token)).isEqualTo(first);

        clock.pass(Duration.ofMinutes(2));

        assertThat(kid(token())).isNotEqualTo(first).isEqualTo(operator.active("ES256"));
        assertThat(verifies(token)).as("a token of its predecessor").isTrue();
        assertThat(published()).contains(first);
    }

    @Test
    void aRetiredKeyIsPublishedForAWeekAndThenOnlyKnowsHints() {
        var first = operator.active("ES256");
        retireFirstKeys();
        assertThat(operator.keys("ES256", "retired")).containsExactly(first);

        pass(Duration.ofDays(7).minusHours(1));
        assertThat(published()).contains(first);
        pass(Duration.ofHours(2));

        assertThat(published()).doesNotContain(first);
        assertThat(operator.keys("ES256", "hints")).containsExactly(first);
        pass(Duration.ofDays(173));
        assertThat(operator.keys("ES256", "hints")).doesNotContain(first);
        assertThat(rows(first)).as("it is not even stored").isZero();
    }

    @Test
    void theLastTokenOfAKeyIsGoodForItsWholeLife() {
        pass(Duration.ofDays(89));
        clock.pass(Duration.ofDays(1).minusMinutes(1));
        var access = token();
        var refresh = refreshToken();

        clock.pass(Duration.ofMinutes(58));
        rotation.run();
        assertThat(verifies(access)).isTrue();
        clock.pass(Duration.ofHours(23));
        rotation.run();

        assertThat(verifies(refresh)).isTrue();
        assertThat(published()).contains(kid(refresh));
    }

    @Test
    void aRetiredKeyLosesItsPrivateHalf() {
        var first = operator.active("RS256");
        int whole = sealedBytes(first);
        retireFirstKeys();

        pass(Duration.ofHours(2));

        assertThat(sealedBytes(first)).isLessThan(whole / 2);
        assertThat(published()).contains(first);
    }

    @Test
    void manyNodesThatRotateAtOnceMakeOneKey() {
        clock.pass(Duration.ofDays(89));

        AtOnce.call(
                20,
                () -> {
                    rotation.run();
                    return true;
                });

        assertThat(operator.keys("ES256", "published")).hasSize(1);
        assertThat(operator.keys("RS256", "published")).hasSize(1);
        assertThat(operator.keys()).hasSize(4);
    }

    @Test
    void aServerThatWasOffForYearsPublishesTheNextKeyBeforeItSigns() {
        var first = operator.active("ES256");

        pass(Duration.ofDays(1000));

        assertThat(operator.active("ES256")).isEqualTo(first);
        assertThat(operator.keys("ES256", "published")).hasSize(1);
        pass(Duration.ofDays(1));
        assertThat(operator.active("ES256")).isNotEqualTo(first);
    }

    @Test
    void nothingHappensBeforeItsTime() {
        var before = new Http(issuer).get("/oauth2/jwks").body();

        pass(Duration.ofDays(80));

        assertThat(new Http(issuer).get("/oauth2/jwks").body()).isEqualTo(before);
    }

    private void retireFirstKeys() {
        pass(Duration.ofDays(89));
        pass(Duration.ofDays(1));
    }

    private void pass(Duration time) {
        clock.pass(time);
        rotation.run();
    }

    private int rows(String kid) {
        return database.sql()
                .sql("select count(*) from signing_key where kid = ?")
                .param(kid)
                .query(Integer.class)
                .single();
    }

    private int sealedBytes(String kid) {
        return database.sql()
                .sql("select octet_length(sealed_jwk) from signing_key where kid = ?")
                .param(kid)
                .query(Integer.class)
                .single();
    }
}
