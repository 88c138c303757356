package dev.serdab.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What this server tells machines about itself: all of it is true. */
class DiscoveryTest extends ProtocolTest {

    private Http http;
    private Answer document;

    @BeforeEach
    void read() {
        http = new Http(issuer);
        document = http.get("/.well-known/openid-configuration").expect(200);
    }

    @Test
    void bothPathsTellTheSame() {
        assertThat(http.get("/.well-known/oauth-authorization-server").expect(200).body())
                .isEqualTo(document.body());
        assertThat(document.text("issuer")).isEqualTo(issuer);
        assertThat(document.header("Content-Type")).startsWith("application/json");
        assertThat(document.header("Cache-Control")).contains("max-age=300").contains("public");
    }

    @Test
    void theLanguagesOfThePagesAreAnnounced() {
        assertThat(document.json().path("ui_locales_supported").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("en", "ko", "ja", "de", "es");
    }

    @Test
    void everyEndpointThatIsAnnouncedIsThere() {
        var endpoints =
                document.json().propertyNames().stream()
                        .filter(name -> name.endsWith("_endpoint") || name.endsWith("_uri"))
                        .toList();

        assertThat(endpoints)
                .containsExactlyInAnyOrder(
                        "authorization_endpoint",
                        "pushed_authorization_request_endpoint",
                        "device_authorization_endpoint",
                        "token_endpoint",
                        "jwks_uri",
                        "userinfo_endpoint",
                        "introspection_endpoint",
                        "revocation_endpoint",
                        "end_session_endpoint");
        assertThat(endpoints)
                .allSatisfy(name -> {
                    var address = document.text(name);
                    assertThat(address).startsWith(issuer + "/");
                    assertThat(http.get(address).status()).as(name).isNotIn(404, 500);
                });
    }

    @Test
    void nothingIsAnnouncedThatIsNotThere() {
        assertThat(document.json().propertyNames())
                .noneMatch(name -> name.matches(".*(registration|ciba|dpop).*"));
        http.post("/oauth2/register", Map.of("a", "b")).expect(404);
        assertThat(list("request_object_signing_alg_values_supported"))
                .contains("ES256", "RS256")
                .doesNotContain("none", "HS256");
        assertThat(document.json().path("request_uri_parameter_supported").asBoolean(true))
                .isFalse();
    }

    @Test
    void whatIsOfferedIsNamed() {
        assertThat(list("response_types_supported")).containsExactly("code");
        assertThat(list("response_modes_supported"))
                .containsExactly("query", "fragment", "form_post");
        assertThat(list("code_challenge_methods_supported")).containsExactly("S256");
        assertThat(list("subject_types_supported")).containsExactly("public", "pairwise");
        assertThat(list("userinfo_signing_alg_values_supported")).containsExactly("ES256", "RS256");
        assertThat(list("introspection_signing_alg_values_supported")).containsExactly("RS256");
        assertThat(list("acr_values_supported"))
                .containsExactly("urn:serdab:acr:one-factor", "urn:serdab:acr:two-factor");
        assertThat(document.json().path("claims_parameter_supported").asBoolean()).isTrue();
        assertThat(list("id_token_signing_alg_values_supported")).containsExactly("ES256", "RS256");
        assertThat(list("grant_types_supported"))
                .containsExactly(
                        "authorization_code",
                        "refresh_token",
                        "client_credentials",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "urn:ietf:params:oauth:grant-type:token-exchange");
        assertThat(list("token_endpoint_auth_methods_supported"))
                .containsExactly(
                        "client_secret_basic", "client_secret_post", "private_key_jwt", "none");
        for (var endpoint : List.of("token", "introspection", "revocation")) {
            assertThat(list(endpoint + "_endpoint_auth_signing_alg_values_supported"))
                    .containsExactly("ES256", "RS256", "PS256", "EdDSA", "Ed25519");
        }
        assertThat(list("introspection_endpoint_auth_methods_supported")).doesNotContain("none");
        assertThat(list("prompt_values_supported"))
                .containsExactly("none", "login", "consent", "select_account", "create");
        assertThat(
                        document.json()
                                .path("authorization_response_iss_parameter_supported")
                                .asBoolean())
                .isTrue();
        assertThat(list("scopes_supported"))
                .contains("openid", "profile", "email", "address", "phone", "offline_access");
        assertThat(list("claims_supported"))
                .contains("sub", "acr", "name", "birthdate", "email", "address", "phone_number");
    }

    @Test
    void theHostThatIsAskedForDoesNotMatter() {
        var byAddress =
                http.get(
                        issuer.replace("localhost", "127.0.0.1")
                                + "/.well-known/openid-configuration");

        assertThat(byAddress.body()).isEqualTo(document.body());
    }

    private List<String> list(String name) {
        return StreamSupport.stream(document.json().path(name).spliterator(), false)
                .map(node -> node.asString())
                .toList();
    }
}
