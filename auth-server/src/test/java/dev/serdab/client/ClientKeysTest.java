package dev.serdab.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;

import dev.serdab.client.ClientRules.Checked;
import dev.serdab.testing.ClientKey;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** Which public keys a client may have. */
class ClientKeysTest {

    private static final ClientKey EC = ClientKey.ec("ec");

    @Test
    void keysForOtherThingsMayStandBesideTheOneThatSigns() {
        var forEncryption = EC.publicJwk().replace("{", "{\"use\":\"enc\",");
        var unknown = "{\"kty\":\"XYZ\",\"kid\":\"new\"}";

        assertThat(check("{\"keys\":[%s,%s,%s]}".formatted(EC.publicJwk(), forEncryption, unknown)))
                .isInstanceOf(Checked.Good.class);
    }

    @Test
    void butOneMustSign() {
        var sentence = "has no key for ES256, RS256, PS256, EdDSA, Ed25519: write one";
        for (var jwk :
                List.of(
                        EC.publicJwk().replace("{", "{\"use\":\"enc\","),
                        EC.publicJwk().replace("{", "{\"key_ops\":[\"deriveKey\"],"),
                        EC.publicJwk().replace("{", "{\"alg\":\"ES384\","),
                        ClientKey.ec("1", Curve.P_384).publicJwk())) {
            isRefused("{\"keys\":[%s]}".formatted(jwk), sentence);
        }
        isRefused("{\"keys\":[]}", sentence);
    }

    @Test
    void privateKeysAndSecretsStayWithTheClient() {
        var secret = "{\"keys\":[{\"kty\":\"oct\",\"k\":\"%s\"}]}".formatted("A".repeat(43));
        var sentence = "has a private key: write only its public half";

        isRefused(secret, sentence);
        isRefused(
                "{\"keys\":[%s]}".formatted(EC.publicJwk().replace("{", "{\"d\":\"AQAB\",")),
                sentence);
    }

    @Test
    void weakKeysAreRefused() {
        isRefused(
                ClientKey.jwks(ClientKey.rsa("weak", 1024)),
                "has an RSA key that is too short or too long: write one of 2048 to 8192 bits");
    }

    @Test
    void keysThatMakeACheckExpensiveAreRefused() {
        var key = ClientKey.jwks(ClientKey.rsa("slow", 2048));
        var slow = key.replace("\"AQAB\"", "\"%s\"".formatted("_".repeat(340)));
        assertThat(slow).isNotEqualTo(key);

        isRefused(
                slow,
                "has an RSA key whose exponent is too long: write one of up to 32 bits, such as 65537");
    }

    @Test
    void whatIsNoJwkSetIsRefused() {
        var offCurve = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\"}";
        for (var text :
                List.of(
                        "{}",
                        "{\"keys\":1}",
                        "{\"keys\":[1]}",
                        "{\"keys\":[{\"kty\":\"EC\"}]}",
                        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQ\"}]}",
                        "{\"keys\":[%s]}".formatted(offCurve))) {
            isRefused(text, "is not a JWK Set: write {\"keys\": [{\"kty\": …}]}");
        }
        isRefused(
                ClientKey.jwks(IntStream.range(0, 11).mapToObj(i -> EC).toArray(ClientKey[]::new)),
                "has more than 10 keys");
    }

    @Test
    void keysAreOfNoUseToAClientWithASecret() {
        assertThat(check(ClientKey.jwks(EC), "client_secret_basic"))
                .isEqualTo(
                        new Checked.Bad(
                                "jwks",
                                "is of no use without token_endpoint_auth_method private_key_jwt"
                                        + " or grant type authorization_code: write one of them, or"
                                        + " leave it out"));
    }

    private static void isRefused(String jwks, String sentence) {
        assertThat(check(jwks)).as(jwks).isEqualTo(new Checked.Bad("jwks", sentence));
    }

    private static Checked check(String jwks) {
        return check(jwks, "private_key_jwt");
    }

    private static Checked check(String jwks, String method) {
        return ClientRules.check(
                "robot",
                ClientMetadata.parse(
                        """
                        {"grant_types": ["client_credentials"], "token_endpoint_auth_method": "%s", "jwks": %s}\
                        """
                                .formatted(method, jwks)));
    }
}
