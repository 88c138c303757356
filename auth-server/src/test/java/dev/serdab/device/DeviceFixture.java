package dev.serdab.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Answer;
import dev.serdab.testing.App;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Page;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;

import java.util.Map;

/** A television without a secret, a box with one, and somebody who owns them. */
@TestPropertySource(
        properties =
                """
                serdab.bootstrap.clients[5].client-id=tv
                serdab.bootstrap.clients[5].client-name=Home <TV>
                serdab.bootstrap.clients[5].token-endpoint-auth-method=none
                serdab.bootstrap.clients[5].grant-types=urn:ietf:params:oauth:grant-type:device_code, refresh_token
                serdab.bootstrap.clients[5].scope=openid profile offline_access notes.read
                serdab.bootstrap.clients[5].audience=https://one.example, https://two.example

                serdab.bootstrap.clients[6].client-id=box
                serdab.bootstrap.clients[6].client-secret=the secret of box, which is long enough
                serdab.bootstrap.clients[6].grant-types=urn:ietf:params:oauth:grant-type:device_code
                serdab.bootstrap.clients[6].scope=notes.read
                """)
abstract class DeviceFixture extends ProtocolTest {

    static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    App tv;
    App box;
    Account ada;

    @BeforeEach
    void somebodyHasATelevision() {
        tv = App.withoutSecret(issuer, "tv");
        box = App.confidential(issuer, "box", "");
        ada = people.registered("ada@example.org");
    }

    static Answer starts(App app, String scope) {
        return starts(app, Map.of("scope", scope));
    }

    static Answer starts(App app, Map<String, String> form) {
        return app.calls("/oauth2/device_authorization", form);
    }

    /** Asks for tokens. */
    static Answer polls(App app, Answer started) {
        return app.callsToken(
                Map.of("grant_type", GRANT, "device_code", started.text("device_code")));
    }

    static void hears(String error, Answer polled) {
        assertThat(polled.expect(400).text("error")).isEqualTo(error);
    }

    /** The page that shows what the device is. */
    static Page looksAt(Browser browser, String code) {
        return browser.press(browser.open("/device"), "look", Map.of("user_code", code));
    }

    /** Somebody who is signed in types the code and allows it. */
    static void allows(Browser browser, Answer started) {
        browser.press(looksAt(browser, started.text("user_code")).expect(200), "allow").expect(200);
    }
}
