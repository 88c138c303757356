package dev.serdab.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.client.ClientRules.Checked;
import dev.serdab.signingkey.Algorithm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"", "with space", "naïve", "tab\t", "nul\u0000", "42"})
    void anIdIsPrintableAsciiAndCannotBeTakenForAPerson(String id) {
        assertThat(ClientRules.check(id, withRedirect(GOOD)))
                .isInstanceOfSatisfying(
                        Checked.Bad.class, bad -> assertThat(bad.field()).isEqualTo("client_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "0", "account-api"})
    void anIdPassesForNobodyElse(String id) {
        assertThat(ClientRules.check(id, withRedirect(GOOD)))
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
        isRefused(
                "grant_types",
                """
                {"grant_types": ["client_credentials"], "token_endpoint_auth_method": "none"}\
                """);
        isRefused(
                "require_pkce",
                """
                {"redirect_uris": ["%s"], "token_endpoint_auth_method": "none", "require_pkce": false}\
                """
                        .formatted(GOOD));
    }

    private static void isRefused(String field, String metadata) {
        assertThat(ClientRules.check("notes", ClientMetadata.parse(metadata)))
                .isInstanceOfSatisfying(
                        Checked.Bad.class, bad -> assertThat(bad.field()).isEqualTo(field));
    }

    @Test
    void anAlgorithmThatNobodyKnowsIsNamed() {
        assertThat(openId("\"id_token_signed_response_alg\": \"none\"", GOOD))
                .isEqualTo(
                        new Checked.Bad(
                                "id_token_signed_response_alg",
                                "is \"none\": write one of ES256, RS256, PS256, EdDSA"));
    }

    @Test
    void peopleHaveNamesOfTheirOwnAtOneHostOnly() {
        var pairwise = "\"subject_type\": \"pairwise\"";
        var here = "https://notes.example.com/a";
        var there = "https://other.example.com/b";

        assertThat(good(openId(pairwise, here, "https://NOTES.example.com/b")).sector())
                .isEqualTo("notes.example.com");
        assertThat(good(openId("\"subject_type\": \"public\"", here, there)).sector()).isNull();
        assertThat(openId(pairwise, here, there)).isEqualTo(notAtOneHost());
        assertThat(openId(pairwise, "com.example.a:/", "com.example.b:/"))
                .isEqualTo(notAtOneHost());
        // Behind its own scheme an app may write another one's host.
        assertThat(good(openId(pairwise, "com.evil.app://notes.example.com/a")).sector())
                .isEqualTo("com.evil.app:");
        assertThat(good(openId(pairwise, "httpx.evil.app://notes.example.com/a")).sector())
                .isEqualTo("httpx.evil.app:");
        assertThat(openId("\"subject_type\": \"secret\"", here))
                .isEqualTo(
                        new Checked.Bad("subject_type", "is \"secret\": write public or pairwise"));
    }

    @Test
    void userinfoIsSignedInWaysThatThereAre() {
        var field = "userinfo_signed_response_alg";

        assertThat(good(openId("\"%s\": \"ES256\"".formatted(field), GOOD)).userInfoAlgorithm())
                .isEqualTo(Algorithm.ES256);
        isRefused(field, "{\"redirect_uris\": [\"%s\"], \"%s\": \"none\"}".formatted(GOOD, field));
    }

    @Test
    void whoeverInsistsOnSignedRequestsHasKeys() {
        isRefused(
                "require_signed_request_object",
                "{\"redirect_uris\": [\"%s\"], \"require_signed_request_object\": true}"
                        .formatted(GOOD));
    }

    private static OpenIdPreferences good(Checked checked) {
        return ((Checked.Good) checked).client().openId();
    }

    private static Checked notAtOneHost() {
        return new Checked.Bad(
                "subject_type",
                "is pairwise, which needs all redirect_uris at one host, or"
                        + " sector_identifier_uri");
    }

    private static Checked openId(String further, String... redirectUris) {
        return ClientRules.check(
                "notes",
                ClientMetadata.parse(
                        "{\"redirect_uris\": [\"%s\"], %s}"
                                .formatted(String.join("\", \"", redirectUris), further)));
    }

    @Test
    void onlyWhoeverHasASecretMayKeepOneRefreshToken() {
        assertThat(ClientRules.check("notes", withoutRotation("none")))
                .isEqualTo(
                        new Checked.Bad(
                                "rotate_refresh_tokens",
                                "is false, which only a client with a secret may have"));
        assertThat(
                        ((Checked.Good)
                                        ClientRules.check(
                                                "notes", withoutRotation("client_secret_basic")))
                                .client())
                .returns(false, Client::rotatesRefreshTokens);
        assertThat(((Checked.Good) check(GOOD)).client())
                .returns(true, Client::rotatesRefreshTokens);
    }

    private static ClientMetadata withoutRotation(String method) {
        return ClientMetadata.parse(
                """
                {"redirect_uris": ["%s"], "token_endpoint_auth_method": "%s",
                 "rotate_refresh_tokens": false}\
                """
                        .formatted(GOOD, method));
    }

    private static Checked check(String redirectUri) {
        return ClientRules.check("notes", withRedirect(redirectUri));
    }

    private static ClientMetadata withRedirect(String redirectUri) {
        return ClientMetadata.parse("{\"redirect_uris\": [\"%s\"]}".formatted(redirectUri));
    }
}
