package dev.serdab.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The pages on which people sign a device in. */
class DevicePageTest extends DeviceFixture {

    @Test
    void whoeverIsNotSignedInSignsInFirstAndComesBackWithTheCode() {
        var started = starts(tv, "openid");

        var page = browser.open(started.text("verification_uri_complete")).isAt("/sign-in");
        page = browser.signIn(page, ada).expect(200).isAt("/device");

        assertThat(page.html().select("#user_code").attr("value"))
                .isEqualTo(started.text("user_code"));
        var confirm = browser.press(page, "look").expect(200);
        assertThat(browser.press(confirm, "allow").expect(200).title())
                .isEqualTo("Your device is signed in");
        polls(tv, started).expect(200);
    }

    @Test
    void whoHasNoAccountYetMakesOneAndGoesOn() {
        var code = starts(tv, "openid").text("user_code");
        var signIn = browser.open("/device?user_code=" + code).isAt("/sign-in");
        var link = signIn.html().selectFirst("#to-sign-up").attr("href");

        var page =
                browser.press(
                        browser.open(link).isAt("/sign-up"),
                        "sign-up",
                        Map.of(
                                "name",
                                "Bea",
                                "email",
                                "bea@example.org",
                                "password",
                                People.PASSWORD));

        assertThat(page.isAt("/device").html().select("#user_code").attr("value")).isEqualTo(code);
        var back = browser.open(link).html().selectFirst("#to-sign-in").attr("href");
        assertThat(back).isEqualTo("/sign-in?device=" + code);
    }

    @Test
    void withoutACodeItIsTypedAfterTheSignIn() {
        var page = browser.signIn(browser.open("/device").isAt("/sign-in"), ada);

        assertThat(page.isAt("/device").html().select("#user_code").attr("value")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "<script>", "BCDF"})
    void nothingElseThanACodeTravelsThroughTheSignIn(String code) {
        var path = "/device?" + Http.form(Map.of("user_code", code));

        var page = browser.signIn(browser.open(path), ada).isAt("/device");

        assertThat(page.body()).doesNotContain("evil", "<script>");
    }

    @Test
    void thePageShowsWhichDeviceItIsAndWhatItAsksFor() {
        var started =
                starts(
                        tv,
                        Map.of(
                                "scope",
                                "openid notes.read",
                                "device_name",
                                "Living room <b>\"1\""));
        clock.pass(Duration.ofMinutes(3));

        var page = looksAt(browser.signedIn(ada), started.text("user_code")).expect(200);

        assertThat(page.html().select("#shown-code").text()).isEqualTo(started.text("user_code"));
        assertThat(page.html().text())
                .contains("Home <TV>", "Living room <b>\"1\"", "127.0.0.1", "3 minutes ago")
                .contains("Read your notes", "ada@example.org");
        assertThat(page.html().select("main b, main tv")).isEmpty();
        assertThat(page.html().select("#allow, #deny")).hasSize(2);
    }

    @Test
    void openingAnAddressAllowsNothing() {
        var started = starts(tv, "openid");
        browser.signedIn(ada);

        browser.open(started.text("verification_uri_complete")).expect(200);
        browser.open("/device/decision?decision=allow&user_code=" + started.text("user_code"))
                .expect(405);
        hears("authorization_pending", polls(tv, started));
        var form = Map.of("decision", "allow", "user_code", started.text("user_code"));
        browser.http().post("/device/decision", form).expect(403);
        clock.pass(Duration.ofSeconds(5));
        hears("authorization_pending", polls(tv, started));
    }

    @Test
    void codesMayBeTypedInSmallLettersAndWithSpaces() {
        var started = starts(tv, "openid");
        var code = started.text("user_code").toLowerCase(Locale.ROOT);

        looksAt(browser.signedIn(ada), " " + code.replace("-", " – ") + ".").expect(200);
    }

    @Test
    void theDeviceGetsNoMoreThanWhatWasTicked() {
        var started = starts(tv, "openid profile notes.read");
        var page = looksAt(browser.signedIn(ada), started.text("user_code"));

        browser.pressWithout(page, "allow", "notes.read").expect(200);

        assertThat(polls(tv, started).expect(200).text("scope")).isEqualTo("openid profile");
        assertThat(browser.open("/account/apps").html().text()).contains("Home <TV>");
        var again = looksAt(browser, starts(tv, "openid profile").text("user_code"));
        assertThat(again.html().text()).contains("Allowed before");
    }

    @Test
    void afterTooManyWrongCodesEvenTheRightOneIsRefused() {
        var started = starts(tv, "openid");
        browser.signedIn(ada);
        var page = looksAt(browser, started.text("user_code"));
        for (int i = 0; i < 10; i++) {
            looksAt(browser, i % 2 == 0 ? "BCDF-GHJK" : "nonsense").expect(422);
        }

        looksAt(browser, started.text("user_code")).expect(429);
        browser.press(page, "allow").expect(429);
        looksAt(new Browser(issuer).signedIn(ada), started.text("user_code")).expect(429);
        hears("authorization_pending", polls(tv, started));

        clock.pass(Duration.ofMinutes(16));
        looksAt(browser, starts(tv, "openid").text("user_code")).expect(200);
    }

    @Test
    void oneOfManyWhoDecideAtOnceDecides() {
        var started = starts(tv, "openid");
        var page = looksAt(browser.signedIn(ada), started.text("user_code"));

        var statuses = AtOnce.call(6, () -> browser.press(page, "allow").answer().status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        polls(tv, started).expect(200);
    }

    @Test
    void nobodyDecidesOnAPageThatWasShownToAnother() {
        var started = starts(tv, "openid");
        var page = looksAt(browser.signedIn(ada), started.text("user_code"));
        var bob = people.registered("bob@example.org");
        browser.signOut();
        browser.signedIn(bob);

        var fields =
                Map.of(
                        "_csrf",
                        browser.open("/device").csrfToken(),
                        "user_code",
                        started.text("user_code"),
                        "shown-to",
                        ada.id().toString(),
                        "decision",
                        "allow",
                        "scope",
                        "openid");
        var shown = browser.post("/device/decision", fields).expect(200);

        assertThat(page.html().text()).contains("ada@example.org");
        assertThat(shown.html().text()).contains("bob@example.org");
        hears("authorization_pending", polls(tv, started));
    }

    @Test
    void endingTheAppsAccessEndsTheDevicesTokens() {
        var started = starts(tv, "openid offline_access");
        allows(browser.signedIn(ada), started);
        var tokens = polls(tv, started).expect(200);

        browser.press(browser.open("/account/apps"), "remove-0").expect(200);

        tv.asksUserInfo(tokens.text("access_token")).expect(401);
        hears("invalid_grant", tv.refreshes(tokens.text("refresh_token")));
    }
}
