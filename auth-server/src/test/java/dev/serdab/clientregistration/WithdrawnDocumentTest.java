package dev.serdab.clientregistration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.App;
import dev.serdab.testing.App.Method;
import dev.serdab.testing.Browser;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.KeyApp;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.WebSite;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A document counts wherever its app shows who it is, not only where people come in
 * (draft-ietf-oauth-client-id-metadata-document §4).
 */
@TestPropertySource(
        properties = {
            "serdab.client-metadata-documents.enabled=true",
            "serdab.client-registration.scopes=openid, offline_access",
            "serdab.client-registration.grant-types=authorization_code, refresh_token, "
                    + WithdrawnDocumentTest.DEVICE_GRANT,
            // The documents lie on this machine, and are not https.
            "serdab.outbound.allowed-hosts=localhost",
            "serdab.limits.client-registration=3/1h"
        })
class WithdrawnDocumentTest extends ProtocolTest {

    static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private static final JsonMapper JSON = new JsonMapper();
    private static final WebSite SITE = WebSite.started();
    private static final String REDIRECT = "http://127.0.0.1:33418/callback";

    private String path;

    @BeforeEach
    void start() {
        SITE.startAnew();
        path = "/" + UUID.randomUUID() + "/client.json";
    }

    @Test
    void anAppWhoseDocumentIsGoneGetsNothingMore() {
        SITE.shows(path, document().toString(), "max-age=600");
        var tokens =
                app().tokensFor(
                                people.registered("ada@example.org"),
                                new Browser(issuer),
                                "openid offline_access");
        var refresh = app().refreshed(tokens.refresh()).refresh();
        assertThat(SITE.visits(path)).as("fetched once for all").isEqualTo(1);

        SITE.startAnew();
        clock.pass(Duration.ofMinutes(11));
        refresh = app().refreshed(refresh).refresh();
        app().refreshed(refresh);
        assertThat(SITE.visits(path)).as("asked for again, seldom").isEqualTo(1);

        clock.pass(Duration.ofHours(25));
        isUnknown(app().refreshes(refresh));
        isUnknown(app().revokes(refresh));
        assertThat(SITE.visits(path)).isEqualTo(2);
    }

    @Test
    void whatChangedInItCountsAtTheTokenEndpoint() {
        SITE.shows(path, document().toString(), "max-age=600");
        var tokens =
                app().tokensFor(
                                people.registered("ada@example.org"),
                                new Browser(issuer),
                                "openid offline_access");
        var document = document();
        document.putArray("grant_types").add("authorization_code");
        SITE.shows(path, document.toString());

        clock.pass(Duration.ofMinutes(11));

        assertThat(app().refreshes(tokens.refresh()).expect(400).text("error"))
                .isEqualTo("unauthorized_client");
    }

    @Test
    void whoeverHasAKeyMayAskAboutTokensWhileTheDocumentStands() {
        var key = ClientKey.rsa("one", 2048);
        var document = document().put("token_endpoint_auth_method", "private_key_jwt");
        document.set("jwks", JSON.readTree(ClientKey.jwks(key)));
        SITE.shows(path, document.toString(), "max-age=600");
        var app = new KeyApp(issuer, clientId(), REDIRECT, key, clock);
        var tokens = app.tokensFor(people.registered("ada@example.org"), browser, "openid");
        assertThat(app.findsActive(tokens.access())).isTrue();

        SITE.startAnew();
        clock.pass(Duration.ofHours(25));

        isUnknown(app.introspects(tokens.access()));
    }

    @Test
    void aDeviceMayBeginBeforeAnybodyKnowsItsApp() {
        SITE.shows(path, document().toString());

        var started = app().calls("/oauth2/device_authorization", Map.of("scope", "openid"));

        var code = started.expect(200).text("user_code");
        browser.signedIn(people.registered("ada@example.org"));
        var page = browser.press(browser.open("/device?user_code=" + code), "look");
        assertThat(page.html().text()).contains("Editor", "This app registered itself");
        browser.press(page, "allow");
        app().callsToken(
                        Map.of(
                                "grant_type",
                                DEVICE_GRANT,
                                "device_code",
                                started.text("device_code")))
                .expect(200);
    }

    @Test
    void theTokenEndpointFetchesForNobodyUnknownAndOthersOnlySoOften() {
        SITE.shows(path, document().toString());
        isUnknown(app().refreshes("x"));
        assertThat(SITE.visits(path)).isZero();

        for (int i = 0; i < 5; i++) {
            path = "/" + UUID.randomUUID() + "/nothing.json";
            isUnknown(app().calls("/oauth2/device_authorization", Map.of()));
            assertThat(SITE.visits(path)).isEqualTo(i < 3 ? 1 : 0);
        }
    }

    private static void isUnknown(Answer answer) {
        assertThat(answer.expect(401).text("error")).isEqualTo("invalid_client");
    }

    private App app() {
        return App.selfRegistered(issuer, clientId(), "", Method.NONE, REDIRECT);
    }

    private String clientId() {
        return SITE.at(path);
    }

    private ObjectNode document() {
        var document = JSON.createObjectNode();
        document.put("client_id", clientId());
        document.put("client_name", "Editor");
        document.putArray("redirect_uris").add("http://127.0.0.1/callback");
        document.putArray("grant_types")
                .add("authorization_code")
                .add("refresh_token")
                .add(DEVICE_GRANT);
        document.put("token_endpoint_auth_method", "none");
        return document;
    }
}
