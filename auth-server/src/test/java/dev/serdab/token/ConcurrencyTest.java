package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Answer;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import java.util.List;

/** What may happen once happens once, however many come for it at the same moment. */
@TestPropertySource(properties = "serdab.tokens.refresh-token-retry-window=0s")
class ConcurrencyTest extends ProtocolTest {

    private static final int ROUNDS = 50;
    private static final int AT_ONCE = 20;

    private Account ada;

    @BeforeEach
    void somebodyIsSignedIn() {
        ada = people.registered("ada@example.org");
        browser.signedIn(ada);
    }

    @Test
    void oneOfTwentyRedeemsACode() {
        for (int round = 0; round < ROUNDS; round++) {
            var ask = trusted.asks("openid");
            var code = trusted.codeFor(ada, browser, ask);

            var winner = theOnlyOne(AtOnce.call(AT_ONCE, () -> trusted.redeems(code, ask)));

            trusted.asksUserInfo(winner.access()).expect(401);
            trusted.refreshes(winner.refresh()).expect(400);
        }
    }

    @Test
    void oneOfTwentyExchangesARefreshToken() {
        for (int round = 0; round < ROUNDS; round++) {
            var token = trusted.tokensFor(ada, browser, "openid").refresh();

            var winner = theOnlyOne(AtOnce.call(AT_ONCE, () -> trusted.refreshes(token)));

            trusted.asksUserInfo(winner.access()).expect(401);
            trusted.refreshes(winner.refresh()).expect(400);
        }
    }

    @Test
    void oneOfManyAnswersOfOneConsentPageGetsACode() {
        for (int round = 0; round < 5; round++) {
            var page = browser.open(notes.asks("openid").with("prompt", "consent"));
            var fields = page.fieldsOf("allow");

            var answers =
                    AtOnce.call(
                            AT_ONCE,
                            () ->
                                    browser.http()
                                            .send(
                                                    "POST",
                                                    "/consent",
                                                    "application/x-www-form-urlencoded",
                                                    fields));

            assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(AT_ONCE - 1);
        }
    }

    @Test
    void manySilentRequestsOfOneBrowserAllSucceed() {
        var answers =
                AtOnce.call(
                        AT_ONCE,
                        () ->
                                browser.http()
                                        .get(trusted.asks("openid").with("prompt", "none").path()));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.expect(303).locationParameters()).containsKey("code"));
    }

    private static Tokens theOnlyOne(List<Answer> answers) {
        var winners = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(winners).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer ->
                        assertThat(answer.expect(400).text("error")).isEqualTo("invalid_grant"));
        return Tokens.of(winners.getFirst());
    }
}
