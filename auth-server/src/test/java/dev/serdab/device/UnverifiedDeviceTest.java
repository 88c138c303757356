package dev.serdab.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.App;
import dev.serdab.testing.Registrar;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.json.JsonMapper;

/** Devices of apps that came by themselves. */
@TestPropertySource(
        properties = {
            "serdab.client-registration.mode=open",
            "serdab.client-registration.grant-types=" + DeviceFixture.GRANT,
            "serdab.limits.device=2/15m"
        })
class UnverifiedDeviceTest extends DeviceFixture {

    @Test
    void thePersonIsToldThatNobodyKnowsTheApp() {
        var started = starts(registered(), "openid");

        var page = looksAt(browser.signedIn(ada), started.text("user_code")).expect(200);

        assertThat(page.html().text()).contains("Bank TV", "This app registered itself");
        var known = looksAt(browser, starts(tv, "openid").text("user_code")).expect(200);
        assertThat(known.html().text()).doesNotContain("registered itself");
    }

    @Test
    void aSecretThatItWasGivenBuysNoMoreDevicesThanOthersGet() {
        var app = registered();
        starts(app, "openid").expect(200);
        starts(app, "openid").expect(200);

        starts(app, "openid").expect(429);
    }

    private App registered() {
        var registrar = new Registrar(issuer);
        var registered =
                registrar
                        .registers(
                                new JsonMapper()
                                        .createObjectNode()
                                        .put("client_name", "Bank TV")
                                        .put("scope", "openid")
                                        .set(
                                                "grant_types",
                                                new JsonMapper().createArrayNode().add(GRANT)))
                        .expect(201);
        return registrar.app(registered);
    }
}
