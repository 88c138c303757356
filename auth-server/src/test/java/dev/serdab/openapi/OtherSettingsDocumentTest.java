package dev.serdab.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The document of a server that is set quite otherwise. */
@TestPropertySource(
        locations = "/djoser/settings/strict.properties",
        properties = {
            "serdab.account-api.path-prefix=/auth/v1",
            "serdab.account-api.token-model=none",
            "serdab.jwt.auth-header-types=JWT,Session"
        })
class OtherSettingsDocumentTest extends ApiDocumentTest {

    @Test
    void waysToSignInThatAreNotThereAreNotDescribed() {
        assertThat(api.document().at("/components/securitySchemes").propertyNames())
                .containsExactly("bearer", "jwt");
        assertThat(api.document().get("security")).hasSize(2);
        assertThat(api.document().get("tags").findValuesAsString("name"))
                .contains("JWT")
                .doesNotContain("Tokens");
        assertThat(api.document().at("/components/securitySchemes/jwt/description").stringValue())
                .endsWith("`JWT` or `Session`.");
    }

    @Override
    String prefix() {
        return "/auth/v1";
    }
}
