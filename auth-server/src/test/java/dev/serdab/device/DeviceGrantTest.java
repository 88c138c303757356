package dev.serdab.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Jwt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What devices hear (RFC 8628). */
class DeviceGrantTest extends DeviceFixture {

    @Test
    void aDeviceGetsTokensOnceItsPersonAllowsIt() {
        var started = starts(tv, "openid profile offline_access notes.read").expect(200);

        assertThat(started.text("user_code")).matches("[B-Z]{4}-[B-Z]{4}");
        assertThat(started.text("verification_uri")).isEqualTo(issuer + "/device");
        assertThat(started.text("verification_uri_complete"))
                .isEqualTo(issuer + "/device?user_code=" + started.text("user_code"));
        assertThat(started.json().path("expires_in").asInt()).isEqualTo(600);
        assertThat(started.json().path("interval").asInt()).isEqualTo(5);
        assertThat(started.header("Cache-Control")).contains("no-store");
        hears("authorization_pending", polls(tv, started));

        allows(browser.signedIn(ada), started);
        clock.pass(Duration.ofSeconds(5));
        var tokens = polls(tv, started).expect(200);

        assertThat(tokens.text("scope")).isEqualTo("openid profile offline_access notes.read");
        assertThat(Jwt.parse(tokens.text("id_token")).text("sub")).isEqualTo(ada.id().toString());
        assertThat(Jwt.parse(tokens.text("id_token")).text("aud")).isEqualTo("tv");
        var next = tv.refreshes(tokens.text("refresh_token")).expect(200);
        tv.asksUserInfo(next.text("access_token")).expect(200);
    }

    @Test
    void aDeviceWithASecretShowsIt() {
        var started = starts(box, "notes.read").expect(200);
        allows(browser.signedIn(ada), started);

        var nobody =
                Map.of(
                        "client_id",
                        "box",
                        "grant_type",
                        GRANT,
                        "device_code",
                        started.text("device_code"));
        assertThat(app.post("/oauth2/token", nobody).expect(401).text("error"))
                .isEqualTo("invalid_client");
        var tokens = polls(box, started).expect(200);
        assertThat(tokens.json().has("refresh_token")).isFalse();
        assertThat(tokens.json().has("id_token")).isFalse();
        app.post("/oauth2/device_authorization", Map.of("client_id", "box")).expect(401);
    }

    @Test
    void aCodeGivesTokensOnceHoweverManyAskAtOnce() {
        var started = starts(tv, "openid");
        allows(browser.signedIn(ada), started);

        var answers = AtOnce.call(8, () -> polls(tv, started));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> hears("invalid_grant", answer));
        var token = answers.stream().filter(answer -> answer.status() == 200).findFirst();
        tv.asksUserInfo(token.orElseThrow().text("access_token")).expect(200);
    }

    @Test
    void aDeviceThatAsksTooOftenMustSlowDown() {
        var started = starts(tv, "openid");
        hears("authorization_pending", polls(tv, started));
        hears("slow_down", polls(tv, started));
        clock.pass(Duration.ofSeconds(5));
        hears("slow_down", polls(tv, started));
        clock.pass(Duration.ofSeconds(15));
        hears("authorization_pending", polls(tv, started));
        clock.pass(Duration.ofSeconds(15));
        hears("authorization_pending", polls(tv, started));
    }

    @Test
    void aDeviceHearsThatItWasDenied() {
        var started = starts(tv, "openid");
        browser.signedIn(ada);
        browser.press(looksAt(browser, started.text("user_code")), "deny").expect(200);

        hears("access_denied", polls(tv, started));
        looksAt(browser, started.text("user_code")).expect(422);
    }

    @Test
    void afterTenMinutesItIsTooLate() {
        var started = starts(tv, "openid");
        var allowed = starts(tv, "openid");
        browser.signedIn(ada);
        allows(browser, allowed);
        clock.pass(Duration.ofMinutes(10));

        hears("expired_token", polls(tv, started));
        hears("expired_token", polls(tv, allowed));
        looksAt(browser, started.text("user_code")).expect(422);
    }

    @Test
    void aCodeIsOfNoUseToAnotherClient() {
        var started = starts(tv, "openid");
        allows(browser.signedIn(ada), started);

        hears("invalid_grant", polls(box, started));
        hears(
                "invalid_grant",
                box.callsToken(Map.of("grant_type", GRANT, "device_code", "made up")));
        hears("invalid_request", tv.callsToken(Map.of("grant_type", GRANT)));
        polls(tv, started).expect(200);
    }

    @Test
    void aDeviceCodeIsNoAuthorizationCode() {
        var started = starts(tv, "openid");
        allows(browser.signedIn(ada), started);
        var code = started.text("device_code");

        hears(
                "invalid_grant",
                notes.callsToken(Map.of("grant_type", "authorization_code", "code", code)));
    }

    @ParameterizedTest
    @CsvSource({
        "tv, scope, admin, invalid_scope",
        "tv, resource, https://other.example, invalid_target",
        "tv, device_name, 'a\u0007b', invalid_request",
        "notes, scope, openid, unauthorized_client",
        "machine, scope, notes.read, unauthorized_client",
    })
    void whatIsWrongIsToldAtOnce(String client, String name, String value, String error) {
        var who = Map.of("tv", tv, "notes", notes, "machine", machine).get(client);

        hears(error, starts(who, Map.of(name, value)));
    }

    @Test
    void aDeviceMayNameTheApiThatItsTokensAreFor() {
        var form = new LinkedHashMap<>(Map.of("scope", "notes.read"));
        form.put("resource", "https://one.example");
        var started = starts(tv, form);
        allows(browser.signedIn(ada), started);
        var elsewhere =
                Map.of(
                        "grant_type",
                        GRANT,
                        "device_code",
                        started.text("device_code"),
                        "resource",
                        "https://two.example");

        hears("invalid_target", tv.callsToken(elsewhere));
        assertThat(Jwt.parse(polls(tv, started).expect(200).text("access_token")).text("aud"))
                .isEqualTo("https://one.example");
    }

    @Test
    void onlySoManyDevicesOfAPublicClientMayBeginAtOnePlace() {
        Answer last = starts(tv, "openid");
        for (int i = 0; i < 100; i++) {
            last = starts(tv, "openid");
        }

        assertThat(Integer.parseInt(last.expect(429).header("Retry-After"))).isPositive();
        starts(box, "notes.read").expect(200);
    }
}
