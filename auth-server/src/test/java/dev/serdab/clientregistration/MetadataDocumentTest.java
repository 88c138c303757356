package dev.serdab.clientregistration;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.serdab.client.ClientMetadata;
import dev.serdab.client.ClientSecret;
import dev.serdab.client.Clients;
import dev.serdab.testing.App;
import dev.serdab.testing.App.Method;
import dev.serdab.testing.Browser;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.Http;
import dev.serdab.testing.KeyApp;
import dev.serdab.testing.Page;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;
import dev.serdab.testing.WebSite;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Apps that are named by the address of a document which describes them
 * (draft-ietf-oauth-client-id-metadata-document).
 */
@TestPropertySource(
        properties = {
            "serdab.client-metadata-documents.enabled=true",
            "serdab.client-metadata-documents.hosts=localhost",
            "serdab.client-registration.scopes=openid, email, offline_access, notes.read",
            "serdab.client-registration.audience=https://api.example.com",
            // The documents lie on this machine, and are not https.
            "serdab.outbound.allowed-hosts=localhost, 127.0.0.1",
            "serdab.limits.client-registration=1000/1h"
        })
class MetadataDocumentTest extends ProtocolTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final WebSite SITE = WebSite.started();
    private static final String REDIRECT = "http://127.0.0.1:33418/callback";

    @Autowired DocumentCleanUp cleanUp;
    @Autowired Clients clients;

    /** Another address in every test, as documents outlive them. */
    private String path;

    @BeforeEach
    void start() {
        SITE.startAnew();
        path = "/" + UUID.randomUUID() + "/client.json";
    }

    @Test
    void anAppThatNobodyRegisteredSignsPeopleIn() {
        SITE.shows(path, document().toString());
        var ada = people.registered("ada@example.org");
        var ask = app().asks("openid notes.read").with("resource", "https://api.example.com");

        var consent = browser.signIn(browser.open(ask), ada).isAt("/consent");
        assertThat(consent.html().text())
                .contains("Editor", "This app registered itself", "127.0.0.1:33418");
        assertThat(consent.html().select(".app-host").text())
                .isEqualTo(SITE.at("").substring("http://".length()));
        var tokens = Tokens.of(app().redeems(browser.allow(consent).code(), ask));

        assertThat(notes.introspects(tokens.access()).expect(200).text("aud"))
                .isEqualTo("https://api.example.com");
        assertThat(notes.introspects(tokens.access()).text("client_id")).isEqualTo(clientId());
    }

    @Test
    void itMayPushItsRequestBeforeAnybodyKnowsIt() {
        var ask = app().asks("openid notes.read");
        app().calls("/oauth2/par", ask.parameters()).expect(401);
        SITE.shows(path + "2", document().put("client_id", clientId() + "2").toString());
        var unknown = ask.with("client_id", clientId() + "2").parameters();

        var pushed = app.post("/oauth2/par", unknown).expect(201);

        var named =
                Map.of("client_id", clientId() + "2", "request_uri", pushed.text("request_uri"));
        browser.open("/oauth2/authorize?" + Http.form(named)).isAt("/sign-in");
    }

    @Test
    void anOperatorsClientOfThatNameStaysAsItIs() {
        SITE.shows(path, document().toString());
        isKnown();
        clients.put(
                clientId(),
                ClientMetadata.parse(
                        """
                        {"client_name": "Adopted", "redirect_uris": ["https://editor.example.com/"]}\
                        """),
                List.of(new ClientSecret("a secret which is long enough for it", null)));
        clock.pass(Duration.ofDays(30));

        assertThat(browser.open(app().asks("openid")).expect(400).html().text())
                .contains("redirect_uri");
        cleanUp.run();

        assertThat(clients.find(clientId()).orElseThrow().name()).isEqualTo("Adopted");
        assertThat(SITE.visits(path)).isEqualTo(1);
    }

    @Test
    void itRefreshesWithoutASecret() {
        SITE.shows(path, document().toString());

        var tokens = tokens("openid offline_access");

        assertThat(app().refreshed(tokens.refresh()).access()).isNotEmpty();
        assertThat(SITE.visits(path)).isEqualTo(1);
    }

    @Test
    void itsDocumentIsFetchedAgainWhenItIsNotFreshAnyMore() {
        SITE.shows(path, document().toString(), "max-age=600");
        isKnown();
        clock.pass(Duration.ofMinutes(9));
        isKnown();
        assertThat(SITE.visits(path)).isEqualTo(1);

        var changed = document();
        changed.putArray("redirect_uris").add("http://127.0.0.1/elsewhere");
        SITE.shows(path, changed.toString());
        clock.pass(Duration.ofMinutes(2));

        browser.open(app().asks("openid")).expect(400);
        assertThat(SITE.visits(path)).isEqualTo(2);
    }

    @Test
    void howLongItIsFreshHasBounds() {
        SITE.shows(path, document().toString(), "no-store");
        isKnown();
        clock.pass(Duration.ofMinutes(4));
        isKnown();
        assertThat(SITE.visits(path)).isEqualTo(1);

        SITE.shows(path, document().toString(), "max-age=999999999");
        clock.pass(Duration.ofMinutes(2));
        isKnown();
        clock.pass(Duration.ofHours(25));
        isKnown();
        assertThat(SITE.visits(path)).isEqualTo(3);
    }

    @Test
    void itStaysKnownForADayWhileItsSiteIsDown() {
        SITE.shows(path, document().toString());
        isKnown();
        SITE.startAnew();

        clock.pass(Duration.ofHours(20));
        isKnown();
        clock.pass(Duration.ofHours(6));
        isUnknown();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "client_id | 'https://app.example.com/other.json'",
                "client_id | null",
                "client_secret | 'a secret that everybody can read'",
                "client_secret_expires_at | 0",
                "token_endpoint_auth_method | 'client_secret_basic'",
                "token_endpoint_auth_method | 'client_secret_post'",
                "token_endpoint_auth_method | 'private_key_jwt'",
                "redirect_uris | []",
                "redirect_uris | ['http://app.example.com/']",
                "response_types | ['token']",
                "client_name | 'Bank\\u202e'",
                "jwks_uri | 'http://10.0.0.1/jwks'",
                "software_statement | 'eyJ.e30.c2ln'"
            })
    void aDocumentThatBreaksARuleDescribesNobody(String member, String value) {
        var bad = document();
        bad.set(member, JSON.readTree(value.replace('\'', '"')));
        SITE.shows(path, bad.toString());

        isUnknown();
    }

    @Test
    void whatIsNoDocumentDescribesNobodyAndIsAskedForSeldom() {
        isUnknown();
        isUnknown();
        assertThat(SITE.visits(path)).isEqualTo(1);

        clock.pass(Duration.ofSeconds(31));
        SITE.shows(path, "text/html", document().toString().getBytes(UTF_8));
        isUnknown();
        clock.pass(Duration.ofSeconds(31));
        SITE.shows(path, document().put("x", "x".repeat(16 * 1024)).toString());
        isUnknown();
        clock.pass(Duration.ofSeconds(31));
        SITE.shows(path, document().toString());
        isKnown();
    }

    @Test
    void itGetsNoMoreThanARegisteredAppAndLessIsNoMistake() {
        var document = document();
        document.put("scope", "openid account email admin");
        document.putArray("grant_types")
                .add("authorization_code")
                .add("client_credentials")
                .add("urn:ietf:params:oauth:grant-type:device_code");
        document.put("require_consent", false).put("resource", "https://api.example.com");
        SITE.shows(path, document.toString());

        isKnown();
        for (var scope : new String[] {"openid account", "admin", "notes.read"}) {
            assertThat(browser.open(app().asks(scope)).offeredToApp())
                    .containsEntry("error", "invalid_scope");
        }
        assertThat(app().asksForItself("").text("error")).isEqualTo("unauthorized_client");
    }

    @Test
    void itMayHaveAKeyAndChooseAmongSeveralWays() {
        var key = ClientKey.rsa("one", 2048);
        var document = document();
        document.remove("token_endpoint_auth_method");
        document.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_basic")
                .add("private_key_jwt")
                .add("none");
        document.set("jwks", JSON.readTree(ClientKey.jwks(key)));
        SITE.shows(path, document.toString());
        var app = new KeyApp(issuer, clientId(), REDIRECT, key, clock);

        var tokens = app.tokensFor(people.registered("ada@example.org"), browser, "openid");

        assertThat(tokens.access()).isNotEmpty();
        app().asksForItself("").expect(401);
    }

    @Test
    void addressesThatAreNoneAndPlacesThatAreNotAllowedAreNotCalled() {
        for (var id :
                new String[] {
                    SITE.at("/"),
                    SITE.at(path + "?a=b"),
                    SITE.at(path + "#part"),
                    SITE.at("/a/../b"),
                    SITE.at("/a/%2e%2e/b"),
                    SITE.at(path).replace("http://", "http://user@"),
                    SITE.at(path).replace("localhost", "127.0.0.1"),
                    "https://app.example.com/client.json"
                }) {
            browser.open(app(id).asks("openid")).isError(400, "We don’t know this app");
        }
        assertThat(SITE.visits(path)).isZero();
    }

    @Test
    void whatNobodyAllowedAnythingIsForgotten() {
        SITE.shows(path, document().toString());
        var used = clientId();
        tokens("openid");
        path = "/" + UUID.randomUUID() + "/unused.json";
        SITE.shows(path, document().toString());
        isKnown();

        clock.pass(Duration.ofDays(3));
        cleanUp.run();

        assertThat(stored(used)).isEqualTo(1);
        assertThat(stored(clientId())).isZero();
    }

    @Test
    void discoveryTellsOfThem() {
        assertThat(
                        app.get("/.well-known/oauth-authorization-server")
                                .json()
                                .path("client_id_metadata_document_supported")
                                .asBoolean(false))
                .isTrue();
    }

    private int stored(String clientId) {
        return database.sql()
                .sql("select count(*) from oauth_client where client_id = ?")
                .param(clientId)
                .query(Integer.class)
                .single();
    }

    private void isKnown() {
        new Browser(issuer).open(app().asks("openid")).expect(200).isAt("/sign-in");
    }

    private void isUnknown() {
        isUnknown(new Browser(issuer).open(app().asks("openid")));
    }

    private static void isUnknown(Page page) {
        page.isError(400, "We don’t know this app");
    }

    private Tokens tokens(String scope) {
        return app().tokensFor(people.registered("ada@example.org"), new Browser(issuer), scope);
    }

    private App app() {
        return app(clientId());
    }

    private App app(String clientId) {
        return App.selfRegistered(issuer, clientId, "", Method.NONE, REDIRECT);
    }

    private String clientId() {
        return SITE.at(path);
    }

    private ObjectNode document() {
        var document = JSON.createObjectNode();
        document.put("client_id", clientId());
        document.put("client_name", "Editor");
        document.putArray("redirect_uris").add("http://127.0.0.1/callback");
        document.put("token_endpoint_auth_method", "none");
        return document;
    }
}
