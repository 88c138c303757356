package dev.serdab.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Browser;
import dev.serdab.testing.People;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Making, naming and removing passkeys (WebAuthn Level 3 §7.1). */
class PasskeysPageTest extends PasskeyTest {

    private static final String NOT_TAKEN = "That passkey could not be taken.";
    private static final String NONE = "You have no passkey yet.";

    @BeforeEach
    void adaIsSignedIn() {
        browser.signedIn(ada);
        mails.fresh();
    }

    @Test
    void aPasskeyIsListedAndItsOwnerIsMailed() {
        assertThat(browser.open("/account/passkeys").body()).contains(NONE);

        makes(browser, passkey).expect(200).isAt("/account/passkeys");

        var list = browser.open("/account/passkeys").html().select("#passkeys");
        assertThat(list.text()).contains("Passkey", "Not used yet", "Synced");
        var mail = mails.one();
        assertThat(mail.to()).contains("ada@example.org");
        assertThat(mail.text()).contains("a passkey was just added");
        assertThat(mail.link()).isEqualTo(issuer + "/account/passkeys");
        assertThat(operator.auditEvents("?type=PASSKEY_ADDED&principal=" + ada.id())).hasSize(1);
    }

    @Test
    void itsPageSaysWhenItWasUsedAndWhereItIs() {
        makes(browser, passkey.onOneDevice());
        signsIn(new Browser(issuer), passkey).expect(200);

        var page = browser.open(pathOfFirst());

        assertThat(page.html().select(".facts").text())
                .contains("On one device only")
                .doesNotContain("Not used yet");
    }

    @Test
    void itIsRenamedAndRemoved() {
        makes(browser, passkey);
        mails.fresh();
        var page = browser.open(pathOfFirst());
        browser.press(page, "rename", Map.of("name", " Blue phone ")).isAt("/account/passkeys");
        assertThat(browser.open("/account/passkeys").body()).contains("Blue phone");

        page = browser.open(pathOfFirst());
        assertThat(page.body()).contains("This is your only passkey.");
        browser.post(page.path() + "/remove", Map.of("_csrf", page.csrfToken()))
                .isAt("/account/passkeys");

        assertThat(browser.open("/account/passkeys").body()).contains(NONE);
        assertThat(mails.one().text()).contains("a passkey was just removed", "Blue phone");
        assertThat(operator.auditEvents("?type=PASSKEY_REMOVED&principal=" + ada.id())).hasSize(1);
    }

    @Test
    void whoGetsTheAccountBackByMailKeepsOnlyThePasskeysFromBefore() {
        makes(browser, passkey);
        clock.pass(Duration.ofHours(2));
        var evesPasskey = new SoftPasskey(issuer);
        var eve = new Browser(issuer).signedIn(ada);
        makes(eve, evesPasskey).expect(200);
        mails.fresh();
        eve.press(
                        eve.open("/account/email"),
                        "change-email",
                        Map.of("new-email", "eve@example.net", "current-password", People.PASSWORD))
                .expect(200);
        eve.press(eve.open(mails.one().link()), "confirm-email").expect(200);
        var afterwards = new SoftPasskey(issuer);
        makes(eve, afterwards).expect(200);
        var wayBack =
                mails.fresh().stream()
                        .filter(mail -> mail.text().contains("/email/restore/"))
                        .findFirst()
                        .orElseThrow();

        var owner = new Browser(issuer);
        owner.press(
                        owner.open(wayBack.link()),
                        "restore-email",
                        Map.of("password", "meadow 9 kettle bronze"))
                .expect(200);

        signsIn(new Browser(issuer), evesPasskey).expect(422);
        signsIn(new Browser(issuer), afterwards).expect(422);
        signsIn(owner, passkey).expect(200);
        assertThat(operator.auditEvents("?type=PASSKEY_REMOVED&principal=" + ada.id())).hasSize(2);
    }

    @Test
    void aNameIsNeitherEmptyNorEndless() {
        makes(browser, passkey);
        for (var name : new String[] {"", "  ", "x".repeat(101), "a\u0000b"}) {
            var page = browser.open(pathOfFirst());
            browser.press(page, "rename", Map.of("name", name)).expect(422);
        }
    }

    @Test
    void nobodyTouchesSomebodyElses() {
        makes(browser, passkey);
        var path = pathOfFirst();
        var bob = new Browser(issuer).signedIn(people.registered("bob@example.org"));
        var token = bob.open("/sign-in").csrfToken();

        bob.open(path).expect(404);
        bob.post(path, Map.of("_csrf", token, "name", "mine"));
        bob.post(path + "/remove", Map.of("_csrf", token));

        assertThat(browser.open("/account/passkeys").body())
                .doesNotContain(NONE)
                .doesNotContain("mine");
        bob.open("/account/passkeys/no-number").expect(400);
    }

    @Test
    void aBrowserIsAskedForAKeyThatItsOwnerUnlocksAndThatSaysNothingOfThem() {
        var asked = new JsonMapper().readTree(makeOptions(browser));

        assertThat(asked.at("/rp/id").asString()).isEqualTo("localhost");
        assertThat(asked.at("/authenticatorSelection/residentKey").asString())
                .isEqualTo("required");
        assertThat(asked.at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(asked.at("/attestation").asString()).isEqualTo("none");
        assertThat(asked.at("/pubKeyCredParams").toString()).contains("-7", "-8", "-257");
        assertThat(asked.at("/user/id").asString()).hasSize(43);
        assertThat(new JsonMapper().readTree(makeOptions(browser)).at("/user/id"))
                .as("the same for all of a person's passkeys")
                .isEqualTo(asked.at("/user/id"));
    }

    @Test
    void anAuthenticatorThatHoldsOneIsToldSo() {
        makes(browser, passkey);

        assertThat(new JsonMapper().readTree(makeOptions(browser)).at("/excludeCredentials/0/id"))
                .hasToString("\"" + SoftPasskey.encode(passkey.credentialId) + "\"");
        assertThat(
                        browser.open("/account/passkeys")
                                .html()
                                .select("[data-passkey-tell]")
                                .attr("data-passkey-tell"))
                .contains(SoftPasskey.encode(passkey.credentialId), "ada@example.org");
    }

    static Stream<Arguments> wrongAnswers() {
        return Stream.of(
                wrong("another origin", passkey -> passkey.origin = "https://evil.example"),
                wrong("another domain", passkey -> passkey.rpId = "evil.example"),
                wrong("no check of its owner", SoftPasskey::withoutOwner),
                wrong("what signs in", passkey -> passkey.type = "webauthn.get"),
                wrong(
                        "a challenge of its own",
                        passkey -> passkey.challenge = "AAAAAAAAAAAAAAAAAAAAAA"));
    }

    private static Arguments wrong(String name, Consumer<SoftPasskey> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAnswers")
    void noPasskeyIsTakenThatSays(String name, Consumer<SoftPasskey> change) {
        change.accept(passkey);

        isTold(makes(browser, passkey), NOT_TAKEN);
        assertThat(browser.open("/account/passkeys").body()).contains(NONE);
    }

    @Test
    void aChallengeIsGoodForThePersonAndTheSessionThatItWasMadeFor() {
        var answer = passkey.make(makeOptions(browser));
        var bob = new Browser(issuer).signedIn(people.registered("bob@example.org"));
        var elsewhere = new Browser(issuer).signedIn(ada);

        isTold(sends(bob, "/account/passkeys", answer), NOT_TAKEN);
        isTold(sends(elsewhere, "/account/passkeys", answer), NOT_TAKEN);
        sends(browser, "/account/passkeys", answer).expect(200);
    }

    @Test
    void anAnswerIsTakenOnceAlsoOfManyAtOnce() {
        var form =
                Map.of(
                        "_csrf", browser.open("/sign-in").csrfToken(),
                        "credential", passkey.make(makeOptions(browser)));

        var answers =
                AtOnce.call(20, () -> browser.http().post("/account/passkeys", form).status());

        assertThat(answers).containsOnlyOnce(303);
        assertThat(browser.open("/account/passkeys").html().select("#passkeys li")).hasSize(1);
    }

    @Test
    void aPasskeyBelongsToOneAccount() {
        makes(browser, passkey).expect(200);
        var bob = new Browser(issuer).signedIn(people.registered("bob@example.org"));

        isTold(makes(bob, passkey), NOT_TAKEN);
        assertThat(bob.open("/account/passkeys").body()).contains(NONE);
    }

    @Test
    void aPageThatWasOpenTooLongSaysSo() {
        var answer = passkey.make(makeOptions(browser));
        clock.pass(Duration.ofMinutes(9));
        browser.signedIn(ada);
        clock.pass(Duration.ofMinutes(2));

        isTold(sends(browser, "/account/passkeys", answer), "This page was open too long.");
    }

    @Test
    void nobodyHasMoreThanTwenty() {
        var one = passkey.make(makeOptions(browser));
        IntStream.range(0, 20).forEach(_ -> makes(browser, new SoftPasskey(issuer)).expect(200));

        isTold(sends(browser, "/account/passkeys", one), "Your account has as many passkeys");
        var page = browser.open("/account/passkeys");
        assertThat(page.html().select("#make")).isEmpty();
        assertThat(page.html().select("#passkeys").text()).contains("Passkey 20");
    }

    @Test
    void onlyAFreshSignInMakesAndRemovesThem() {
        makes(browser, passkey);
        var path = pathOfFirst();
        var token = browser.open("/sign-in").csrfToken();
        clock.pass(Duration.ofMinutes(11));

        browser.open("/account/passkeys").isAt("/sign-in");
        browser.post(path + "/remove", Map.of("_csrf", token)).isAt("/sign-in");
        browser.post("/account/passkeys", Map.of("_csrf", token)).isAt("/sign-in");

        browser.signedIn(ada);
        assertThat(browser.open("/account/passkeys").body()).doesNotContain(NONE);
    }

    private String pathOfFirst() {
        return browser.open("/account/passkeys").html().select("#passkeys a").attr("href");
    }
}
