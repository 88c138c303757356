package dev.serdab.clientregistration;

import static dev.serdab.testing.Registrar.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Browser;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Registrar;
import dev.serdab.testing.WebSite;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Every rule for apps that register themselves, when they are made and when they are changed. */
@TestPropertySource(
        properties = {
            "serdab.client-registration.mode=open",
            "serdab.client-registration.authentication-methods="
                    + "client_secret_basic, private_key_jwt, none",
            "serdab.outbound.allowed-hosts=localhost",
            "serdab.limits.client-registration=1000/1h"
        })
class ClientRegistrationRulesTest extends ProtocolTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final WebSite SITE = WebSite.started();

    private Registrar registrar;

    @BeforeEach
    void start() {
        registrar = new Registrar(issuer);
        SITE.startAnew();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "redirect_uris | [] | invalid_redirect_uri",
                "redirect_uris | ['https://*.example.com/cb'] | invalid_redirect_uri",
                "redirect_uris | ['https://a.example.com/cb#part'] | invalid_redirect_uri",
                "redirect_uris | ['https://user@a.example.com/cb'] | invalid_redirect_uri",
                "redirect_uris | ['http://a.example.com/cb'] | invalid_redirect_uri",
                "redirect_uris | ['javascript:alert(1)'] | invalid_redirect_uri",
                "redirect_uris | ['regexp=.*'] | invalid_redirect_uri",
                "redirect_uris | 'https://a.example.com/cb' | invalid_client_metadata",
                "post_logout_redirect_uris | ['http://a.example.com/'] | invalid_client_metadata",
                "grant_types | ['implicit'] | invalid_client_metadata",
                "grant_types | ['client_credentials'] | invalid_client_metadata",
                "grant_types | ['authorization_code', 'password'] | invalid_client_metadata",
                "grant_types | ['urn:ietf:params:oauth:grant-type:token-exchange'] | invalid_client_metadata",
                "response_types | ['id_token token'] | invalid_client_metadata",
                "response_types | ['code', 'code id_token'] | invalid_client_metadata",
                "scope | 'openid account' | invalid_client_metadata",
                "scope | 'openid groups permissions' | invalid_client_metadata",
                "scope | 'admin' | invalid_client_metadata",
                "token_endpoint_auth_method | 'client_secret_post' | invalid_client_metadata",
                "token_endpoint_auth_method | 'client_secret_jwt' | invalid_client_metadata",
                "token_endpoint_auth_method | 'private_key_jwt' | invalid_client_metadata",
                "application_type | 'desktop' | invalid_client_metadata",
                "client_name | ' ' | invalid_client_metadata",
                "client_name | 'Official Bank\\u202e' | invalid_client_metadata",
                "client_name | 'Bank\\u0000' | invalid_client_metadata",
                "client_name | 'Bank\\u200b' | invalid_client_metadata",
                "client_name | '\\u3164' | invalid_client_metadata",
                "client_name | '...' | invalid_client_metadata",
                "client_name#ja | 'Bank\\u2066' | invalid_client_metadata",
                "client_name#not a tag | 'Bank' | invalid_client_metadata",
                "client_uri | 'javascript:alert(1)' | invalid_client_metadata",
                "logo_uri | 'data:image/png;base64,AAAA' | invalid_client_metadata",
                "logo_uri | 'http://127.0.0.1:9000/x' | invalid_client_metadata",
                "policy_uri | 'http://a.example.com/' | invalid_client_metadata",
                "tos_uri | 'javascript:alert(1)' | invalid_client_metadata",
                "tos_uri | 'httpx.evil://photos.example.com/' | invalid_client_metadata",
                "policy_uri | 'httpx.evil:terms' | invalid_client_metadata",
                "initiate_login_uri | 'http://a.example.com/login' | invalid_client_metadata",
                "initiate_login_uri | 'http://localhost/login' | invalid_client_metadata",
                "backchannel_logout_uri | 'http://a.example.com/out' | invalid_client_metadata",
                "backchannel_logout_uri | 'https://127.0.0.1/out' | invalid_client_metadata",
                "frontchannel_logout_uri | 'https://b.example.com/out' | invalid_client_metadata",
                "jwks_uri | 'http://127.0.0.1:9000/jwks' | invalid_client_metadata",
                "jwks_uri | 'file:///etc/passwd' | invalid_client_metadata",
                "jwks | {'keys': []} | invalid_client_metadata",
                "jwks | 'nonsense' | invalid_client_metadata",
                "subject_type | 'secret' | invalid_client_metadata",
                "sector_identifier_uri | 'http://a.example.com/sector' | invalid_client_metadata",
                "id_token_signed_response_alg | 'none' | invalid_client_metadata",
                "id_token_signed_response_alg | 'HS256' | invalid_client_metadata",
                "userinfo_signed_response_alg | 'none' | invalid_client_metadata",
                "require_signed_request_object | true | invalid_client_metadata",
                "software_statement | 'eyJ.e30.c2ln' | unapproved_software_statement"
            })
    void aRuleHoldsWhenAnAppIsMadeAndWhenItIsChanged(String member, String value, String error) {
        var bad = metadata(member, JSON.readTree(value.replace('\'', '"')));

        assertThat(registrar.registers(bad).expect(400).text("error")).isEqualTo(error);

        var registered = registrar.registers(metadata("client_name", "Photos")).expect(201);
        var refused = registrar.changes(registered, bad).expect(400);
        assertThat(refused.text("error")).isEqualTo(error);
        assertThat(refused.text("error_description")).matches("[ -~]+").doesNotContain("\"");
        assertThat(registrar.reads(registered).expect(200).text("client_name")).isEqualTo("Photos");
    }

    @Test
    void aPublicAppCannotBeGivenWhatNeedsASecret() {
        var said = metadata("token_endpoint_auth_method", "none");
        said.set("grant_types", JSON.valueToTree(List.of("client_credentials")));

        registrar.registers(said).expect(400);
    }

    @Test
    void tooManyOfAnythingAreRefused() {
        var uris = JSON.createArrayNode();
        for (int i = 0; i < 51; i++) {
            uris.add("https://a.example.com/" + i);
        }
        assertThat(registrar.registers(metadata("redirect_uris", uris)).expect(400).text("error"))
                .isEqualTo("invalid_redirect_uri");
        registrar.registers(metadata("client_name", "x".repeat(201))).expect(400);
        registrar.registers(metadata("contacts", List.of("x".repeat(256)))).expect(400);
    }

    @Test
    void keysAreSaidOnceOnly() {
        var both = withKeys();
        both.put("jwks_uri", "https://a.example.com/jwks");

        assertThat(registrar.registers(both).expect(400).text("error_description"))
                .startsWith("jwks_uri");
    }

    @Test
    void whoeverOwnsASectorMustListAllOfTheApp() {
        var said = metadata("subject_type", "pairwise");
        said.set(
                "redirect_uris",
                JSON.valueToTree(List.of("https://a.example.com/cb", "https://b.example.com/cb")));
        said.put("sector_identifier_uri", SITE.at("/sector"));
        var good = registrar.registers(metadata("client_name", "Photos")).expect(201);

        for (var document :
                List.of("[\"https://a.example.com/cb\"]", "{}", "nonsense", "[1]", "null")) {
            SITE.shows("/sector", document);
            assertThat(registrar.registers(said).expect(400).text("error"))
                    .as(document)
                    .isEqualTo("invalid_client_metadata");
            registrar.changes(good, said).expect(400);
        }
        SITE.startAnew();
        registrar.registers(said).expect(400);
        SITE.shows("/sector", "[\"https://b.example.com/cb\", \"https://a.example.com/cb\"]");
        registrar.registers(said).expect(201);
        registrar.changes(good, said).expect(200);
    }

    @Test
    void anAppOfSeveralHostsKnowsAPersonByOneName() {
        SITE.shows("/sector", "[\"https://a.example.com/cb\", \"https://b.example.com/cb\"]");
        var ada = people.registered("ada@example.org");

        var one = subject("https://a.example.com/cb", ada);
        var other = subject("https://b.example.com/cb", ada);

        assertThat(one).isEqualTo(other).isNotEqualTo(ada.id().toString());
    }

    private String subject(String redirect, Account person) {
        var said = metadata("redirect_uris", List.of(redirect));
        said.put("subject_type", "pairwise").put("sector_identifier_uri", SITE.at("/sector"));
        var app = registrar.app(registrar.registers(said).expect(201));
        var tokens = app.tokensFor(person, new Browser(issuer), "openid");
        return app.asksUserInfo(tokens.access()).expect(200).text("sub");
    }

    private static ObjectNode withKeys() {
        var said = metadata("token_endpoint_auth_method", "private_key_jwt");
        return said.set("jwks", JSON.readTree(ClientKey.jwks(ClientKey.ec("one"))));
    }
}
