package dev.serdab.clientregistration;

import static dev.serdab.testing.Registrar.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Registrar;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** Apps that register themselves (RFC 7591), and manage what they registered (RFC 7592). */
@TestPropertySource(
        properties = {
            "serdab.client-registration.mode=open",
            "serdab.client-registration.audience=https://api.example.com",
            "serdab.limits.client-registration=1000/1h"
        })
class ClientRegistrationTest extends ProtocolTest {

    private static final JsonMapper JSON = new JsonMapper();

    private Registrar registrar;

    @BeforeEach
    void start() {
        registrar = new Registrar(issuer);
    }

    @Test
    void anAppIsRegisteredAndSignsPeopleIn() {
        var registered = registrar.registers(metadata("client_name", "Photos")).expect(201);
        assertThat(registered.header("Cache-Control")).isEqualTo("no-store");
        assertThat(registered.text("client_id")).startsWith("app-");
        assertThat(registered.text("client_secret")).hasSize(43);
        assertThat(registered.json().path("client_secret_expires_at").asInt(-1)).isZero();
        assertThat(registered.json().path("client_id_issued_at").asLong())
                .isEqualTo(clock.instant().getEpochSecond());
        assertThat(registered.text("registration_client_uri"))
                .isEqualTo(issuer + "/oauth2/register/" + registered.text("client_id"));

        var ada = people.registered("ada@example.org");
        var app = registrar.app(registered);
        var consent = browser.signIn(browser.open(app.asks("openid email")), ada);
        assertThat(consent.isAt("/consent").body()).contains("Photos", "photos.example.com");

        var tokens = app.tokensFor(ada, new Browser(issuer), "openid email");
        assertThat(app.asksUserInfo(tokens.access()).expect(200).text("email"))
                .isEqualTo("ada@example.org");
    }

    @Test
    void whatIsNotSaidIsRegisteredAsTheStandardAndTheOperatorHaveIt() {
        var registered =
                registrar.sends("{\"redirect_uris\":[\"https://a.example.com/cb\"]}").expect(201);

        assertThat(texts(registered, "grant_types")).containsExactly("authorization_code");
        assertThat(texts(registered, "response_types")).containsExactly("code");
        assertThat(registered.text("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
        assertThat(registered.text("scope")).isEqualTo("openid profile email");
    }

    @Test
    void everythingThatIsUnderstoodIsToldAgain() {
        var said =
                """
                {"redirect_uris": ["https://photos.example.com/callback?from=serdab"],
                 "post_logout_redirect_uris": ["https://photos.example.com/bye"],
                 "client_name": "Photos", "client_name#ja": "写真", "client_name#ko-KR": "사진",
                 "grant_types": ["authorization_code", "refresh_token"],
                 "response_types": ["code"], "application_type": "web",
                 "scope": "openid email offline_access",
                 "token_endpoint_auth_method": "client_secret_post",
                 "client_uri": "https://photos.example.com/",
                 "logo_uri": "https://photos.example.com/logo.png",
                 "policy_uri": "https://photos.example.com/privacy",
                 "tos_uri": "https://photos.example.com/terms",
                 "initiate_login_uri": "https://photos.example.com/login",
                 "contacts": ["help@photos.example.com"],
                 "software_id": "photos", "software_version": "2.1",
                 "subject_type": "pairwise",
                 "id_token_signed_response_alg": "ES256",
                 "userinfo_signed_response_alg": "RS256",
                 "backchannel_logout_uri": "https://photos.example.com/signed-out",
                 "frontchannel_logout_uri": "https://photos.example.com/signing-out"}
                """;
        var registered = registrar.sends(said).expect(201);

        JSON.readTree(said)
                .properties()
                .forEach(member ->
                        assertThat(registered.json().get(member.getKey()))
                                .as(member.getKey())
                                .isEqualTo(member.getValue()));
        assertThat(registrar.reads(registered).expect(200).json())
                .isEqualTo(without(registered, "client_secret", "client_secret_expires_at"));
    }

    @Test
    void whatOnlyAnOperatorMaySayIsIgnored() {
        var said = metadata("require_consent", false);
        said.put("require_pkce", false).put("resource", "https://api.example.com");
        said.put("may_act", "notes").put("stateless_tokens", true).put("client_id", "notes");
        said.put("client_secret", "a secret of one's own choosing");
        said.putArray("audience").add("https://other.example.com");
        said.putArray("exchange_targets").addObject().put("audience", "https://api.example.com");
        said.putObject("localized").put("client_name#ja", "写真");
        said.put("something_else", "entirely");

        var registered = registrar.registers(said).expect(201);

        assertThat(registered.json().propertyNames())
                .doesNotContain(
                        "require_consent",
                        "require_pkce",
                        "resource",
                        "may_act",
                        "stateless_tokens",
                        "audience",
                        "exchange_targets",
                        "localized",
                        "something_else");
        assertThat(registered.text("client_id")).isNotEqualTo("notes");
        assertThat(registered.text("client_secret")).hasSize(43);
        var app = registrar.app(registered);
        assertThat(browser.open(app.asks("openid").withoutPkce()).offeredToApp())
                .containsEntry("error", "invalid_request");
        assertThat(
                        browser.open(
                                        app.asks("openid")
                                                .with("resource", "https://other.example.com"))
                                .offeredToApp())
                .containsEntry("error", "invalid_target");
    }

    @Test
    void peopleAreAlwaysAskedAndTokensAreForWhatTheOperatorSaid() {
        var app =
                registrar.app(registrar.registers(metadata("require_consent", false)).expect(201));
        var ada = people.registered("ada@example.org");

        browser.signIn(browser.open(app.asks("openid")), ada).isAt("/consent");
        var tokens = app.tokensFor(ada, new Browser(issuer), "openid");
        assertThat(notes.introspects(tokens.access()).expect(200).text("aud"))
                .isEqualTo("https://api.example.com");
    }

    @Test
    void aPublicClientGetsNoSecretAndNeedsPkce() {
        var editor = metadata("token_endpoint_auth_method", "none");
        editor.put("application_type", "native");
        editor.set("redirect_uris", JSON.valueToTree(List.of("http://127.0.0.1/callback")));
        editor.set("grant_types", JSON.valueToTree(List.of("authorization_code", "refresh_token")));
        editor.put("scope", "openid offline_access");

        var registered = registrar.registers(editor).expect(201);

        assertThat(registered.json().has("client_secret")).isFalse();
        var app = registrar.app(registered);
        var tokens =
                app.tokensFor(
                        people.registered("ada@example.org"), browser, "openid offline_access");
        assertThat(app.refreshes(tokens.refresh()).expect(200).text("access_token")).isNotEmpty();
    }

    @Test
    void aSoftwareStatementIsRefused() {
        var answer =
                registrar.registers(metadata("software_statement", "eyJ.e30.c2ln")).expect(400);

        assertThat(answer.text("error")).isEqualTo("unapproved_software_statement");
    }

    @Test
    void whatIsNoMetadataIsRefused() {
        for (var body :
                List.of("", "[]", "null", "{", "redirect_uris=x", "{\"redirect_uris\":1}")) {
            assertThat(registrar.sends(body).expect(400).text("error"))
                    .as(body)
                    .isEqualTo("invalid_client_metadata");
        }
        registrar
                .registers(metadata("client_uri", "https://a.example.com/" + "x".repeat(70_000)))
                .expect(413);
        registrar.sends("{\"x\":" + "[".repeat(200) + "]".repeat(200) + "}").expect(400);
    }

    @Test
    void itReadsItselfWithItsTokenAlone() {
        var registered = registrar.registers(metadata("client_name", "Photos")).expect(201);
        var other = registrar.registers(metadata("client_name", "Other")).expect(201);
        var path = "/oauth2/register/" + registered.text("client_id");

        for (var stranger :
                List.of(
                        app,
                        app.bearer("nonsense"),
                        app.bearer(other.text("registration_access_token")),
                        app.basic(
                                registered.text("client_id"), registered.text("client_secret")))) {
            var refused = stranger.get(path).expect(401);
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(refused.text("error")).isEqualTo("invalid_token");
            stranger.json("PUT", path, "{}").expect(401);
            stranger.send("DELETE", path, null, "").expect(401);
        }
        app.bearer(registered.text("registration_access_token"))
                .get("/oauth2/register/app-unknown")
                .expect(401);
        registrar.reads(registered).expect(200);
    }

    @Test
    void anUpdateReplacesEverythingAndRotatesTheToken() {
        var registered =
                registrar
                        .registers(metadata("policy_uri", "https://photos.example.com/privacy"))
                        .expect(201);
        var changed =
                registrar.changes(registered, metadata("client_name", "Pictures")).expect(200);

        assertThat(changed.text("client_name")).isEqualTo("Pictures");
        assertThat(changed.json().has("policy_uri")).as("what is not said is gone").isFalse();
        assertThat(changed.json().has("client_secret")).as("it has one").isFalse();
        assertThat(changed.text("registration_access_token"))
                .isNotEqualTo(registered.text("registration_access_token"));
        assertThat(registrar.reads(changed).expect(200).text("client_name")).isEqualTo("Pictures");
        registrar.reads(registered).expect(401);
        assertThat(registrar.app(registered).asksForItself("").text("error"))
                .as("its secret stays")
                .isEqualTo("unauthorized_client");
    }

    /** The answer that brings a new token may be lost on the way. */
    @Test
    void theTokenBeforeIsGoodUntilTheNewOneWasShown() {
        var registered = registrar.registers(metadata("client_name", "One")).expect(201);
        registrar.changes(registered, metadata("client_name", "Two")).expect(200);
        var third = registrar.changes(registered, metadata("client_name", "Three")).expect(200);

        registrar.reads(registered).expect(200);
        registrar.reads(third).expect(200);
        registrar.reads(registered).expect(401);
    }

    @Test
    void anUpdateSaysNothingThatOnlyTheServerMaySay() {
        var registered = registrar.registers(metadata("client_name", "Photos")).expect(201);

        for (var member :
                Map.of(
                                "registration_access_token", "mine",
                                "registration_client_uri", "https://evil.example.com",
                                "client_id_issued_at", 1,
                                "client_secret_expires_at", 0,
                                "client_secret", "a secret of one's own choosing, quite long")
                        .entrySet()) {
            var answer =
                    registrar
                            .changes(registered, metadata(member.getKey(), member.getValue()))
                            .expect(400);
            assertThat(answer.text("error")).isEqualTo("invalid_request");
        }
        var secret = registered.text("client_secret");
        assertThat(
                        registrar
                                .changes(registered, metadata("client_secret", secret))
                                .expect(200)
                                .text("client_secret"))
                .isEqualTo(secret);
    }

    @Test
    void anotherIdThanItsOwnCannotBeTaken() {
        var registered = registrar.registers(metadata("client_name", "Photos")).expect(201);

        new Http(issuer)
                .bearer(registered.text("registration_access_token"))
                .json(
                        "PUT",
                        registered.text("registration_client_uri"),
                        metadata("client_id", "notes").toString())
                .expect(400);
    }

    @Test
    void itsSecretComesAndGoesWithItsMethod() {
        var none = metadata("token_endpoint_auth_method", "none");
        var registered = registrar.registers(none).expect(201);
        assertThat(registered.json().has("client_secret")).isFalse();

        var withSecret =
                registrar.changes(registered, metadata("client_name", "Photos")).expect(200);
        assertThat(withSecret.text("client_secret")).hasSize(43);
        var confidential = registrar.app(withSecret);
        assertThat(confidential.introspects("x").expect(200).json().path("active").asBoolean(true))
                .isFalse();

        registrar.changes(withSecret, none).expect(200);
        confidential.introspects("x").expect(401);
    }

    @Test
    void itDeletesItselfWithAllThatWasGrantedToIt() {
        var said = metadata("grant_types", List.of("authorization_code", "refresh_token"));
        said.put("scope", "openid offline_access");
        var registered = registrar.registers(said).expect(201);
        var app = registrar.app(registered);
        var tokens =
                app.tokensFor(
                        people.registered("ada@example.org"), browser, "openid offline_access");

        var gone = registrar.removes(registered).expect(204);

        assertThat(gone.body()).isEmpty();
        registrar.reads(registered).expect(401);
        app.refreshes(tokens.refresh()).expect(401);
        assertThat(notes.findsActive(tokens.access())).isFalse();
        app.asksUserInfo(tokens.access()).expect(401);
    }

    @Test
    void discoveryTellsWhereToRegister() {
        assertThat(app.get("/.well-known/openid-configuration").text("registration_endpoint"))
                .isEqualTo(issuer + "/oauth2/register");
    }

    @Test
    void noTokenIsStored() {
        var registered = registrar.registers(metadata("client_name", "Photos")).expect(201);

        assertThat(database.dump())
                .contains(registered.text("client_id"))
                .doesNotContain(registered.text("client_secret"))
                .doesNotContain(registered.text("registration_access_token"));
    }

    private static ObjectNode without(Answer answer, String... members) {
        return ((ObjectNode) answer.json()).without(List.of(members));
    }

    private static List<String> texts(Answer answer, String member) {
        return answer.json().path(member).valueStream().map(text -> text.asString()).toList();
    }
}
