package dev.serdab.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.client.ClientRules.Checked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What a client's metadata must be like (RFC 7591 §2, RFC 8252 §7, RFC 9700 §2.1). */
class ClientRulesTest {

    private static final String GOOD = "https://notes.example.com/callback";

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "https://notes.example.com",
                "https://notes.example.com:8443/callback?tenant=1",
                "http://localhost:3000/callback",
                "http://127.0.0.1/callback",
                "http://[::1]:4000/callback",
                "com.example.notes:/callback"
            })
    void codesMayGoToAnHttpsAddressToThisMachineOrToAnAppsOwnScheme(String uri) {
        assertThat(check(uri)).isInstanceOf(Checked.Good.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not a uri | is not a URI",
                "/callback | is not an absolute URI",
                "https://notes.example.com/#part | has a fragment",
                "https://*.example.com/ | has no host",
                "https:/callback | has no host",
                "https://ada@notes.example.com/ | has a user in front of the host",
                "http://notes.example.com/ | is http, which only localhost may be: write https",
                "http://127.0.0.1.evil.com/ | is http, which only localhost may be: write https",
                "javascript:alert(1) | has a scheme that no app owns: write one such as com.example.app",
                "data:text/html,x | has a scheme that no app owns: write one such as com.example.app",
                "myapp:/callback | has a scheme that no app owns: write one such as com.example.app"
            })
    void andNowhereElse(String uri, String why) {
        assertThat(check(uri))
                .isEqualTo(
                        new Checked.Bad(
                                "redirect_uris", "has \"%s\", which %s".formatted(uri, why)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "naïve", "tab\t", "nul\u0000"})
    void anIdIsPrintableAscii(String id) {
        assertThat(ClientRules.check(id, metadata(List.of(GOOD), null, null)))
                .isInstanceOfSatisfying(
                        Checked.Bad.class, bad -> assertThat(bad.field()).isEqualTo("client_id"));
    }

    @Test
    void whatWasNotSaidIsWhatTheRfcSays() {
        var client = ((Checked.Good) check(GOOD)).client();

        assertThat(client.method()).isEqualTo(AuthenticationMethod.CLIENT_SECRET_BASIC);
        assertThat(client.grantTypes()).containsExactly(GrantType.AUTHORIZATION_CODE);
        assertThat(client.requirePkce()).isTrue();
        assertThat(client.requireConsent()).isTrue();
        assertThat(client.scopes()).containsExactly("openid", "profile", "email");
    }

    @Test
    void whoeverHasNoSecretCannotSpeakForItselfNorDoWithoutPkce() {
        assertThat(
                        ClientRules.check(
                                "notes",
                                metadata(List.of(GOOD), "none", List.of("client_credentials"))))
                .isInstanceOfSatisfying(
                        Checked.Bad.class, bad -> assertThat(bad.field()).isEqualTo("grant_types"));
        assertThat(
                        ClientRules.check(
                                "notes",
                                new ClientMetadata(
                                        null,
                                        List.of(GOOD),
                                        null,
                                        null,
                                        null,
                                        "none",
                                        null,
                                        false,
                                        null,
                                        null,
                                        null)))
                .isInstanceOfSatisfying(
                        Checked.Bad.class,
                        bad -> assertThat(bad.field()).isEqualTo("require_pkce"));
    }

    @Test
    void onlyWhoeverHasASecretMayKeepOneRefreshToken() {
        assertThat(ClientRules.check("notes", withoutRotation("none")))
                .isEqualTo(
                        new Checked.Bad(
                                "rotate_refresh_tokens",
                                "is false, which only a client with a secret may have"));
        assertThat(((Checked.Good) ClientRules.check("notes", withoutRotation(null))).client())
                .returns(false, Client::rotatesRefreshTokens);
        assertThat(((Checked.Good) check(GOOD)).client())
                .returns(true, Client::rotatesRefreshTokens);
    }

    private static ClientMetadata withoutRotation(String method) {
        return new ClientMetadata(
                null, List.of(GOOD), null, null, null, method, null, null, null, false, null);
    }

    private static Checked check(String redirectUri) {
        return ClientRules.check("notes", metadata(List.of(redirectUri), null, null));
    }

    private static ClientMetadata metadata(
            List<String> redirectUris, String method, List<String> grantTypes) {
        return new ClientMetadata(
                null, redirectUris, null, grantTypes, null, method, null, null, null, null, null);
    }
}
