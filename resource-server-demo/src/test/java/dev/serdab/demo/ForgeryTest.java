package dev.serdab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.SignedJWT;

import dev.serdab.demo.testing.Answer;
import dev.serdab.demo.testing.SigningKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** What people try (RFC 8725 §2). */
class ForgeryTest extends DemoTest {

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void aTokenWithoutASignatureIsRefused(String algorithm) {
        var header =
                """
                {"alg": "%s", "typ": "at+jwt", "kid": "%s"}\
                """
                        .formatted(algorithm, ES256.id());
        var unsigned = encoded(header) + "." + encoded(issuer.token().claims().toString()) + ".";

        expectRefused(unsigned);
        expectRefused(unsigned + "c2lnbmF0dXJl");
    }

    @Test
    void aTokenThatLostItsSignatureIsRefused() {
        var token = issuer.token().signed();

        expectRefused(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @Test
    void aPublicKeyIsNoSecret() throws Exception {
        var key = RS256.published().toRSAKey();
        var der = key.toRSAPublicKey().getEncoded();
        var pem =
                "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                        .formatted(
                                Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(RS256.id())
                        .type(new JOSEObjectType("at+jwt"))
                        .build();

        for (var secret :
                List.of(
                        der,
                        pem.getBytes(UTF_8),
                        key.toJSONString().getBytes(UTF_8),
                        key.getModulus().decode())) {
            var forged = new SignedJWT(header, issuer.token().claims());
            forged.sign(new MACSigner(secret));
            expectRefused(forged.serialize());
        }
    }

    @Test
    void changedClaimsBreakTheSignature() {
        var parts = issuer.token().of("42").signed().split("\\.", -1);
        var admin = encoded(issuer.token().of("1").claims().toString());

        expectRefused(parts[0] + "." + admin + "." + parts[2]);
    }

    @Test
    void keysThatATokenBringsAlongAreNotBelieved() {
        var mine = SigningKey.es256();

        var brought = issuer.tokenBy(mine);
        brought.header().jwk(mine.published());
        expectRefused(brought.signed());

        var linked = issuer.tokenBy(mine).keyId(ES256.id());
        linked.header().jwkURL(URI.create("http://127.0.0.1:1/jwks"));
        expectRefused(linked.signed());
    }

    @Test
    void anExtensionThatMustBeUnderstoodIsNot() {
        for (var key : List.of(ES256, RS256, EDDSA)) {
            var token = issuer.tokenBy(key);
            token.header().criticalParams(Set.of("exp-ense")).customParam("exp-ense", 1);
            expectRefused(token.signed());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 200})
    void aSignatureOfZerosIsRefused(int length) {
        for (var key : List.of(ES256, RS256, EDDSA)) {
            var token = issuer.tokenBy(key).signed();
            var zeros = Base64URL.encode(new byte[length]);
            expectRefused(token.substring(0, token.lastIndexOf('.') + 1) + zeros);
        }
    }

    @Test
    void anEncryptedTokenIsRefused() throws Exception {
        var header = new JWEHeader(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM);
        var token = new EncryptedJWT(header, issuer.token().claims());
        token.encrypt(new ECDHEncrypter(ES256.published().toECKey()));

        expectRefused(token.serialize());
    }

    @Test
    void aTokenTooLargeForAHeaderIsRefusedWithoutAStackTrace() {
        var answer = whoAmI(issuer.token().with("padding", "x".repeat(1_000_000)).signed());

        assertThat(answer.status()).isBetween(400, 431);
        assertThat(answer.body()).doesNotContainIgnoringCase("exception").doesNotContain("Tomcat");
    }

    private static void expectRefused(String token) {
        whoAmI(token).expectInvalidToken("signed");
    }

    private static Answer whoAmI(String token) {
        return demo.get("/whoami").bearer(token).answer();
    }

    private static String encoded(String json) {
        return Base64URL.encode(json).toString();
    }
}
