package dev.serdab.signingkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Http;
import dev.serdab.testing.Node;
import dev.serdab.testing.Operator;
import dev.serdab.testing.People;
import dev.serdab.testing.Postgres;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Two servers on one PostgreSQL, each with its own memory. */
class TwoNodesTest {

    private static final Map<String, String> ADA =
            Map.of("email", "ada@example.org", "name", "Ada", "password", People.PASSWORD);

    private static Node one;
    private static Node two;

    @BeforeAll
    static void startBothAtOnceOnAnEmptyDatabase() {
        var database = Postgres.newDatabase();
        var nodes =
                AtOnce.call(
                        2,
                        () ->
                                Node.startedIn(
                                        RunningServer.freshDirectory(),
                                        "serdab.issuer=https://id.example.com",
                                        "serdab.master-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                                        "spring.datasource.url=" + database,
                                        "spring.datasource.username=postgres",
                                        "spring.datasource.password="));
        one = nodes.getFirst();
        two = nodes.getLast();
        one.http().post("/users/", ADA).expect(201);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @Test
    void theFirstStartOfBothMakesOneSetOfKeys() {
        assertThat(jwks(one)).isEqualTo(jwks(two));
        assertThat(Operator.of(one.environment()).keys("RS256", "active")).hasSize(1);
    }

    @Test
    void aTokenOfAKeyThatTheOtherHasNotSeenIsGoodThereAtOnce() {
        Operator.of(one.environment()).commands("rotate", Map.of("now", true)).expect(200);

        var token = token(one);

        assertThat(verifies(two, token)).isTrue();
        assertThat(jwks(two)).contains(KeysTest.kid(token));
        assertThat(KeysTest.kid(token(two))).isEqualTo(KeysTest.kid(token));
    }

    @Test
    void whatOneDoesTheOtherFollowsWithinSeconds() {
        var operator = Operator.of(one.environment());
        var token = token(two);
        operator.commands("rotate", Map.of("algorithm", "ES256")).expect(200);
        var next = operator.keys("ES256", "published").getFirst();
        within(Duration.ofSeconds(7), () -> jwks(two).contains(next));
        assertThat(KeysTest.kid(token(two))).isEqualTo(KeysTest.kid(token));

        operator.commands("remove", Map.of("kid", KeysTest.kid(token))).expect(200);

        within(Duration.ofSeconds(7), () -> !verifies(two, token));
        assertThat(KeysTest.kid(token(two))).isEqualTo(next);
    }

    @Test
    void tokensWithInventedKeysCostOneLookASecond() {
        var token = token(one);
        long before = keyReads();
        for (int i = 0; i < 500; i++) {
            assertThat(verifies(two, forged(token, i))).isFalse();
        }

        assertThat(keyReads() - before).isLessThan(150);
    }

    /** How often the table was read, by both; PostgreSQL tells a second later. */
    private static long keyReads() {
        pause(Duration.ofMillis(1500));
        return one.bean(JdbcClient.class)
                .sql(
                        "select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) from pg_stat_user_tables"
                                + " where relname = 'signing_key'")
                .query(Long.class)
                .single();
    }

    private static String forged(String token, int number) {
        var parts = token.split("\\.", -1);
        var header =
                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"invented-%d\"}".formatted(number);
        return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + parts[1]
                + "."
                + parts[2];
    }

    private static void within(Duration time, BooleanSupplier becomesTrue) {
        var end = Instant.now().plus(time);
        while (!becomesTrue.getAsBoolean()) {
            assertThat(Instant.now()).as("it took too long").isBefore(end);
            pause(Duration.ofMillis(100));
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String jwks(Node node) {
        return node.http().get("/oauth2/jwks").expect(200).body();
    }

    private static String token(Node node) {
        return node.http().post("/jwt/create/", ADA).expect(200).text("access");
    }

    private static boolean verifies(Node node, String token) {
        Http http = node.http();
        return http.post("/jwt/verify/", Map.of("token", token)).status() == 200;
    }
}
