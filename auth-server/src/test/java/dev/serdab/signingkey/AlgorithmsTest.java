package dev.serdab.signingkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;

import dev.serdab.account.Account;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Several algorithms at once (RFC 7518 §3, RFC 8037 §3.1). */
@TestPropertySource(
        properties = {
            "serdab.signing-keys.algorithms=PS256, RS256, EdDSA, ES256",
            "serdab.bootstrap.clients[0].id-token-signed-response-alg=EdDSA",
            "serdab.bootstrap.clients[1].id-token-signed-response-alg=PS256",
            "serdab.bootstrap.clients[3].id-token-signed-response-alg=ES256"
        })
class AlgorithmsTest extends ProtocolTest {

    @Autowired JwtEncoder encoder;

    private Http http;
    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        http = new Http(issuer);
        ada = people.registered("ada@example.org");
    }

    @Test
    void theyAreAllPublishedAndAnnounced() throws Exception {
        var keys = JWKSet.parse(http.get("/oauth2/jwks").body()).getKeys();

        assertThat(keys)
                .extracting(key -> key.getAlgorithm().getName())
                .containsExactlyInAnyOrder("PS256", "RS256", "EdDSA", "ES256");
        assertThat(keys).noneMatch(key -> key.isPrivate());
        var announced =
                http.get("/.well-known/openid-configuration")
                        .json()
                        .path("id_token_signing_alg_values_supported");
        assertThat(StreamSupport.stream(announced.spliterator(), false).map(it -> it.asString()))
                .containsExactly("PS256", "RS256", "EdDSA", "ES256");
    }

    @Test
    void nothingPrivateIsShown() {
        for (var key : http.get("/oauth2/jwks").json().path("keys")) {
            var expected =
                    switch (key.path("kty").asString()) {
                        case "EC" -> List.of("kty", "crv", "x", "y", "use", "alg", "kid");
                        case "OKP" -> List.of("kty", "crv", "x", "use", "alg", "kid");
                        default -> List.of("kty", "n", "e", "use", "alg", "kid");
                    };
            assertThat(key.propertyNames()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void theFirstOfThemSignsAccessTokens() {
        var token = Jwt.parse(machine.asksForItself("notes.read").text("access_token"));

        assertThat(token.header()).containsEntry("alg", "PS256");
        assertThat(token.isSignedByOneOf(http.get("/oauth2/jwks").body())).isTrue();
    }

    @Test
    void aClientGetsItsIdTokensAsItAsked() {
        var keys = http.get("/oauth2/jwks").body();

        var ps256 = idToken(mobile.tokensFor(ada, browser, "openid"));
        var es256 = idToken(trusted.tokensFor(ada, browser, "openid"));
        var rs256 = idToken(legacy.tokensFor(ada, browser, "openid"));

        assertThat(ps256.header()).containsEntry("alg", "PS256");
        assertThat(es256.header()).containsEntry("alg", "ES256");
        assertThat(rs256.header()).containsEntry("alg", "RS256");
        assertThat(List.of(ps256, es256, rs256)).allMatch(token -> token.isSignedByOneOf(keys));
    }

    @Test
    void ed25519IsOneOfThem() throws Exception {
        var tokens = notes.tokensFor(ada, browser, "openid");
        var token = idToken(tokens);
        assertThat(token.header()).containsEntry("alg", "EdDSA");

        var key =
                JWKSet.parse(http.get("/oauth2/jwks").body())
                        .getKeyByKeyId(token.signed().getHeader().getKeyID())
                        .toOctetKeyPair();
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyForms.ed25519(key.getX().decode()));
        signature.update(token.signed().getSigningInput());
        assertThat(signature.verify(token.signed().getSignature().decode())).isTrue();

        var hash =
                MessageDigest.getInstance("SHA-512")
                        .digest(tokens.access().getBytes(StandardCharsets.US_ASCII));
        assertThat(token.text("at_hash"))
                .isEqualTo(
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(Arrays.copyOf(hash, 32)));
    }

    @Test
    void eachIsUnderstoodWhenItComesBackAsAHint() {
        for (var app : List.of(notes, mobile, trusted, legacy)) {
            var id = app.tokensFor(ada, browser, "openid").id();

            var end = browser.open("/connect/logout?id_token_hint=" + id).expect(200);

            assertThat(end.title()).isEqualTo("You are signed out");
        }
    }

    @ParameterizedTest
    @CsvSource({"ES256, RS256", "RS256, PS256", "PS256, RS256", "EDDSA, ES256"})
    void aTokenThatClaimsAnotherAlgorithmThanItsKeysIsNone(Algorithm real, String claimed) {
        var parts = encoder.encode("at+jwt", real, Map.of("iss", issuer)).split("\\.", -1);
        var header =
                new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)
                        .replace(real.jose(), claimed);
        var other =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(header.getBytes(StandardCharsets.UTF_8));

        var answer =
                http.post("/jwt/verify/", Map.of("token", other + "." + parts[1] + "." + parts[2]));

        assertThat(answer.status()).isEqualTo(401);
    }

    private static Jwt idToken(Tokens tokens) {
        return Jwt.parse(tokens.id());
    }
}
