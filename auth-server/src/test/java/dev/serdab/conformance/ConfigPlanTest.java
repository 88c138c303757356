package dev.serdab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;

import org.junit.jupiter.api.Test;

import java.text.ParseException;
import java.util.Locale;

/** The plan {@code oidcc-config-certification-test-plan}. */
class ConfigPlanTest extends PlanTest {

    /** {@code oidcc-discovery-endpoint-verification}. */
    @Test
    void everyFieldOfTheDiscoveryDocumentIsGood() throws ParseException {
        var answer = http.get("/.well-known/openid-configuration").expect(200);
        var document = answer.json();

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(document.path("issuer").asString()).isEqualTo(issuer);
        assertThat(document.propertyNames())
                .filteredOn(name -> name.endsWith("_endpoint") || name.endsWith("_uri"))
                .contains("authorization_endpoint", "token_endpoint", "userinfo_endpoint")
                .contains("jwks_uri")
                .allSatisfy(name ->
                        assertThat(document.path(name).asString()).startsWith(issuer + "/"));
        assertThat(texts(document.path("response_types_supported"))).contains("code");
        assertThat(texts(document.path("grant_types_supported"))).contains("authorization_code");
        assertThat(texts(document.path("subject_types_supported")))
                .isNotEmpty()
                .isSubsetOf("public", "pairwise");
        assertThat(texts(document.path("id_token_signing_alg_values_supported"))).contains("RS256");
        assertThat(texts(document.path("userinfo_signing_alg_values_supported"))).contains("RS256");
        assertThat(texts(document.path("request_object_signing_alg_values_supported")))
                .contains("RS256");
        assertThat(texts(document.path("claims_supported"))).contains("sub", "name");
        assertThat(texts(document.path("scopes_supported")))
                .contains("openid")
                .allMatch(scope -> scope.matches("[\\x21\\x23-\\x5b\\x5d-\\x7e]+"));
        assertThat(texts(document.path("ui_locales_supported")))
                .allMatch(tag -> Locale.forLanguageTag(tag).toLanguageTag().equals(tag));
        assertThat(texts(document.path("code_challenge_methods_supported"))).contains("S256");

        var keys = JWKSet.parse(http.get("/oauth2/jwks").expect(200).body()).getKeys();
        assertThat(keys).isNotEmpty().allMatch(key -> !key.isPrivate());
    }
}
