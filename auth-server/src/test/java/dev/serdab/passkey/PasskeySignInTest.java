package dev.serdab.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.AccountChanges;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.Page;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Signing in with a passkey, and what others might try with it (WebAuthn Level 3 §7.2). */
class PasskeySignInTest extends PasskeyTest {

    private static final String NOT_ACCEPTED = "That passkey could not be accepted.";

    @Autowired AccountChanges changes;
    @Autowired TransactionTemplate transaction;

    private Browser elsewhere;

    @BeforeEach
    void adaHasAPasskey() {
        makes(browser.signedIn(ada), passkey).expect(200).isAt("/account/passkeys");
        elsewhere = new Browser(issuer);
    }

    @Test
    void aPasskeySignsInWithoutAnAddressOrAPassword() {
        signsIn(elsewhere, passkey).expect(200).isAt("/account");

        assertThat(elsewhere.open("/account").body()).contains("ada@example.org");
        assertThat(operator.auditEvents("?type=SIGN_IN&principal=" + ada.id())).hasSize(2);
    }

    @Test
    void itCountsAsTwoFactorsAndLeadsToTheAppThatWaits() {
        var ask = trusted.asks("openid");
        var page = elsewhere.open(ask);
        var back =
                sends(
                        elsewhere,
                        "/sign-in/passkey",
                        Map.of("continue", page.handle()),
                        passkey.sign(signInOptions(page)));

        var idToken = Jwt.parse(Tokens.of(trusted.redeems(back.code(), ask)).id());
        assertThat(idToken.text("acr")).isEqualTo("urn:serdab:acr:two-factor");
        assertThat(idToken.claims().get("amr").toString()).contains("mfa", "user");
    }

    @Test
    void itAnswersAnAppThatWantsItsPersonToSignInAgain() {
        signsIn(elsewhere, passkey).expect(200);
        clock.pass(Duration.ofMinutes(5));
        var page = elsewhere.open(trusted.asks("openid").with("prompt", "login"));

        var back =
                sends(
                        elsewhere,
                        "/sign-in/passkey",
                        Map.of("continue", page.handle()),
                        passkey.sign(signInOptions(page)));

        assertThat(back.code()).isNotEmpty();
    }

    @Test
    void itLeadsToADeviceThatWaits() {
        var page =
                sends(
                        elsewhere,
                        "/sign-in/passkey",
                        Map.of("device", "BCDF-GHJK"),
                        passkey.sign(signInOptions(elsewhere)));

        page.expect(200).isAt("/device");
    }

    static Stream<Arguments> wrongAnswers() {
        return Stream.of(
                wrong("another origin", passkey -> passkey.origin = "https://evil.example"),
                wrong("another domain", passkey -> passkey.rpId = "evil.example"),
                wrong("no check of its owner", SoftPasskey::withoutOwner),
                wrong("what makes a passkey", passkey -> passkey.type = "webauthn.create"),
                wrong(
                        "a challenge of its own",
                        passkey -> passkey.challenge = "AAAAAAAAAAAAAAAAAAAAAA"),
                wrong("nobody as its owner", passkey -> passkey.userHandle = null),
                wrong("somebody else as its owner", passkey -> passkey.userHandle = new byte[32]),
                wrong("that it never leaves its device", SoftPasskey::onOneDevice));
    }

    private static Arguments wrong(String name, Consumer<SoftPasskey> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAnswers")
    void nobodyIsLetInWithAnAnswerThatSays(String name, Consumer<SoftPasskey> change) {
        change.accept(passkey);

        isTold(signsIn(elsewhere, passkey), NOT_ACCEPTED);
        assertThat(elsewhere.isSignedIn()).isFalse();
    }

    @Test
    void anotherKeyDoesNotDoUnderTheNameOfAdas() {
        isTold(signsIn(elsewhere, passkey.impostor()), NOT_ACCEPTED);
    }

    @Test
    void whatIsNoAnswerIsTold() {
        for (var text : new String[] {"", "{}", "null", "[]", "{\"id\":", "{\"response\":{}}"}) {
            isTold(sends(elsewhere, "/sign-in/passkey", text), NOT_ACCEPTED);
        }
    }

    @Test
    void anAnswerLetsInOnce() {
        var answer = passkey.sign(signInOptions(elsewhere));
        sends(elsewhere, "/sign-in/passkey", answer).expect(200).isAt("/account");

        isTold(sends(elsewhere, "/sign-in/passkey", answer), "That took too long.");
    }

    @Test
    void ofManyThatBringTheSameAnswerAtOnceOneGetsIn() {
        var form =
                Map.of(
                        "_csrf", elsewhere.open("/sign-in").csrfToken(),
                        "credential", passkey.sign(signInOptions(elsewhere)));

        var answers =
                AtOnce.call(20, () -> elsewhere.http().post("/sign-in/passkey", form).status());

        assertThat(answers).containsOnlyOnce(303);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(19);
    }

    @Test
    void aChallengeIsGoodInTheBrowserThatItWasMadeFor() {
        var answer = passkey.sign(signInOptions(elsewhere));

        isTold(sends(new Browser(issuer), "/sign-in/passkey", answer), NOT_ACCEPTED);
        sends(elsewhere, "/sign-in/passkey", answer).expect(200).isAt("/account");
    }

    @Test
    void aChallengeForMakingAPasskeyIsNotGoodForSigningIn() {
        isTold(
                sends(browser, "/sign-in/passkey", passkey.sign(makeOptions(browser))),
                NOT_ACCEPTED);
    }

    @Test
    void aPageThatWasOpenTooLongSaysSo() {
        var answer = passkey.sign(signInOptions(elsewhere));
        clock.pass(Duration.ofMinutes(11));

        isTold(sends(elsewhere, "/sign-in/passkey", answer), "That took too long.");
        signsIn(elsewhere, passkey).expect(200).isAt("/account");
    }

    @Test
    void aPasskeyThatCountsBackwardsIsACopy() {
        passkey.signCount = 7;
        signsIn(elsewhere, passkey).expect(200).isAt("/account");
        for (int count : new int[] {7, 6, 0}) {
            passkey.signCount = count;
            isTold(signsIn(elsewhere, passkey), NOT_ACCEPTED);
        }
        passkey.signCount = 8;
        signsIn(elsewhere, passkey).expect(200).isAt("/account");
    }

    @Test
    void aRemovedPasskeyIsToldSoAndItsBrowserForgetsIt() {
        remove();

        var page = signsIn(elsewhere, passkey);

        isTold(page, "This passkey no longer works here");
        assertThat(page.html().select("[data-passkey-tell]").attr("data-passkey-tell"))
                .contains("\"rpId\":\"localhost\"")
                .contains("\"unknown\":\"" + SoftPasskey.encode(passkey.credentialId) + "\"");
    }

    @Test
    void anAccountThatIsSwitchedOffIsToldLikeWithItsPassword() {
        database.sql().sql("update account set is_active = false").update();

        isTold(signsIn(elsewhere, passkey), "This account isn’t active yet.");
    }

    @Test
    void aPasswordResetLeavesPasskeysAsTheyAre() {
        transaction.executeWithoutResult(_ -> changes.resetPassword(ada.id(), "!"));

        assertThat(browser.isSignedIn()).isFalse();
        signsIn(elsewhere, passkey).expect(200).isAt("/account");
    }

    @Test
    void whoeverFailsTooOftenWaits() {
        var wrong = passkey.impostor();
        for (int i = 0; i < 100; i++) {
            signsIn(elsewhere, wrong).expect(422);
        }

        Page page = signsIn(elsewhere, passkey);
        page.expect(429);
        clock.pass(Duration.ofMinutes(16));
        signsIn(elsewhere, passkey).expect(200).isAt("/account");
    }

    @Test
    void aDeletedAccountTakesItsPasskeysAlong() {
        database.sql().sql("delete from account where id = ?").param(ada.id().value()).update();

        isTold(signsIn(elsewhere, passkey), "This passkey no longer works here");
    }

    private void remove() {
        var page = browser.open("/account/passkeys");
        var path = page.html().select("#passkeys a").attr("href");
        browser.post(path + "/remove", Map.of("_csrf", page.csrfToken())).expect(200);
    }
}
