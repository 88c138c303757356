package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Answer;
import dev.serdab.testing.Ask;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LinkedHashMap;

/** A code is good once, for whoever asked for it (RFC 6749 §4.1.3, RFC 7636 §4.6). */
class AuthorizationCodeGrantTest extends ProtocolTest {

    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
    }

    @Test
    void aCodeGivesTokens() {
        var ask = notes.asks("openid email");

        var answer = notes.redeems(notes.codeFor(ada, browser, ask), ask).expect(200);

        assertThat(answer.json().propertyNames())
                .containsExactly(
                        "access_token",
                        "token_type",
                        "expires_in",
                        "scope",
                        "refresh_token",
                        "id_token");
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(600);
        assertThat(answer.text("scope")).isEqualTo("openid email");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void withoutOpenidThereIsNoIdToken() {
        var ask = notes.asks("notes.read");

        var answer = notes.redeems(notes.codeFor(ada, browser, ask), ask).expect(200);

        assertThat(answer.json().has("id_token")).isFalse();
    }

    @Test
    void anAppThatIsNotRegisteredForRefreshTokensGetsNone() {
        var ask = legacy.asks("openid");

        var answer = legacy.redeems(legacy.codeFor(ada, browser, ask), ask).expect(200);

        assertThat(answer.json().has("refresh_token")).isFalse();
    }

    @Test
    void aCodeThatComesTwiceTakesBackAllThatItGave() {
        var ask = notes.asks("openid offline_access");
        var code = notes.codeFor(ada, browser, ask);
        var tokens = Tokens.of(notes.redeems(code, ask));
        var later = notes.refreshed(tokens.refresh());

        isRefused(notes.redeems(code, ask));

        notes.asksUserInfo(tokens.access()).expect(401);
        notes.asksUserInfo(later.access()).expect(401);
        isRefused(notes.refreshes(later.refresh()));
    }

    @Test
    void aReplayIsNoticedLongAfterTheCodeHasExpired() {
        var ask = notes.asks("openid");
        var code = notes.codeFor(ada, browser, ask);
        var tokens = Tokens.of(notes.redeems(code, ask));
        clock.pass(Duration.ofMinutes(5));

        isRefused(notes.redeems(code, ask));

        notes.asksUserInfo(tokens.access()).expect(401);
    }

    @Test
    void aCodeWithAWrongVerifierIsBurned() {
        var ask = notes.asks("openid");
        var code = notes.codeFor(ada, browser, ask);

        isRefused(notes.redeems(code, new Ask(ask.parameters(), "a".repeat(43))));

        isRefused(notes.redeems(code, ask));
    }

    @Test
    void aCodeWithoutItsVerifierIsBurned() {
        var ask = mobile.asks("openid");
        var code = mobile.codeFor(ada, browser, ask);

        isRefused(redeemWithout("code_verifier", code, ask));

        isRefused(mobile.redeems(code, ask));
    }

    @Test
    void aVerifierWithoutAChallengeShowsThatItWasTakenAway() {
        var ask = legacy.asks("openid").withoutPkce();
        var code = legacy.codeFor(ada, browser, ask);

        isRefused(legacy.redeems(code, ask));
    }

    @Test
    void theChallengeItselfIsNoVerifier() {
        var ask = notes.asks("openid");
        var code = notes.codeFor(ada, browser, ask);

        isRefused(notes.redeems(code, new Ask(ask.parameters(), ask.get("code_challenge"))));
    }

    @Test
    void aCodeForAnotherAddressIsBurned() {
        var ask = mobile.asks("openid").with("redirect_uri", "http://127.0.0.1:5000/callback");
        var code = mobile.codeFor(ada, browser, ask);

        isRefused(mobile.redeems(code, ask.with("redirect_uri", "http://127.0.0.1:5001/callback")));

        isRefused(mobile.redeems(code, ask));
    }

    @Test
    void theAddressMustComeAgainIfItCameBefore() {
        var ask = mobile.asks("openid");
        var code = mobile.codeFor(ada, browser, ask);

        isRefused(redeemWithout("redirect_uri", code, ask));
    }

    @Test
    void theAddressMayBeLeftOutIfItWasBefore() {
        var ask = notes.asks("openid");
        var code = notes.codeFor(ada, browser, ask.without("redirect_uri"));
        var form = new LinkedHashMap<>(notes.redemption(code, ask));
        form.put("redirect_uri", "https://evil.example.com/");
        isRefused(notes.callsToken(form));
        code = notes.codeFor(ada, browser, ask.without("redirect_uri"));
        form.put("code", code);
        form.remove("redirect_uri");

        notes.callsToken(form).expect(200);
    }

    @Test
    void anotherAppCannotUseACodeNorSpoilIt() {
        var ask = notes.asks("openid");
        var code = notes.codeFor(ada, browser, ask);

        isRefused(mobile.redeems(code, ask));
        isRefused(legacy.redeems(code, ask));

        notes.redeems(code, ask).expect(200);
    }

    @Test
    void aCodeWaitsForAMinute() {
        var ask = notes.asks("openid");
        var late = notes.codeFor(ada, browser, ask);
        clock.pass(Duration.ofSeconds(61));
        isRefused(notes.redeems(late, ask));

        var inTime = notes.codeFor(ada, browser, ask);
        clock.pass(Duration.ofSeconds(50));
        notes.redeems(inTime, ask).expect(200);
    }

    @Test
    void aCodeOfAnAccountThatWasDisabledGivesNothing() {
        var ask = notes.asks("openid");
        var code = notes.codeFor(ada, browser, ask);
        database.sql().sql("update account set is_active = false").update();

        isRefused(notes.redeems(code, ask));
    }

    @Test
    void whatIsNoCodeIsRefused() {
        var ask = notes.asks("openid");
        var tokens = notes.tokensFor(ada, browser, "openid");

        isRefused(notes.redeems("nonsense", ask));
        isRefused(notes.redeems("\u0000", ask));
        isRefused(notes.redeems("c".repeat(10_000), ask));
        isRefused(notes.redeems(tokens.refresh(), ask));
        isRefused(notes.redeems(tokens.access(), ask));
        assertThat(notes.redeems("", ask).expect(400).text("error")).isEqualTo("invalid_request");
    }

    private Answer redeemWithout(String parameter, String code, Ask ask) {
        var form = new LinkedHashMap<>(mobile.redemption(code, ask));
        form.remove(parameter);
        return mobile.callsToken(form);
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.expect(400).text("error")).isEqualTo("invalid_grant");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }
}
