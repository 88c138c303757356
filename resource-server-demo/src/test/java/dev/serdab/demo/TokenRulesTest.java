package dev.serdab.demo;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;

import dev.serdab.demo.testing.Answer;
import dev.serdab.demo.testing.SigningKey;
import dev.serdab.demo.testing.Token;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class TokenRulesTest extends DemoTest {

    @Test
    void everyAlgorithmOfTheIssuerWorks() {
        for (var key : List.of(ES256, RS256, PS256, EDDSA, ED25519)) {
            whoAmI(issuer.tokenBy(key)).expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "application/at+jwt", "AT+JWT"})
    void anAccessTokenSaysSo(String type) {
        whoAmI(issuer.token().type(type)).expect(200);
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        whoAmI(issuer.token().type("JWT")).expectInvalidToken("typ");
        whoAmI(issuer.token().type(null)).expectInvalidToken("typ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh+jwt", "application/refresh+jwt", "logout+jwt", "at+jwt+x"})
    void aTokenOfAnotherTypeIsNoAccessToken(String type) {
        whoAmI(issuer.token().type(type)).expectInvalidToken("typ");
    }

    @Test
    void aTokenForAnotherApiIsRefused() {
        whoAmI(issuer.token().with("aud", "http://localhost:9000")).expectInvalidToken("aud");
        whoAmI(issuer.token().with("aud", "http://localhost:8090/")).expectInvalidToken("aud");
        whoAmI(issuer.token().with("aud", List.of())).expectInvalidToken("aud");
        whoAmI(issuer.token().without("aud")).expectInvalidToken("aud");
    }

    @Test
    void aTokenForSeveralApisOfWhichWeAreOneIsTaken() {
        var audience = List.of("http://localhost:9000", "http://localhost:8090");

        whoAmI(issuer.token().with("aud", audience)).expect(200);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        whoAmI(issuer.token().with("iss", "https://evil.example")).expectInvalidToken("iss");
        whoAmI(issuer.token().with("iss", issuer.address() + "/")).expectInvalidToken("iss");
        whoAmI(issuer.token().without("iss")).expectInvalidToken("iss");
    }

    @Test
    void aTokenCountsInItsTimeOnly() {
        var now = Instant.now();

        whoAmI(issuer.token().expiring(now.minusSeconds(120))).expectInvalidToken("expired");
        whoAmI(issuer.token().without("exp")).expectInvalidToken("exp");
        whoAmI(issuer.token().notBefore(now.plusSeconds(120))).expectInvalidToken("before");
        whoAmI(issuer.token().notBefore(now.minusSeconds(5))).expect(200);
    }

    @Test
    void clocksMayDifferByLessThanAMinute() {
        var now = Instant.now();

        whoAmI(issuer.token().expiring(now.minusSeconds(30))).expect(200);
        whoAmI(issuer.token().notBefore(now.plusSeconds(30))).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "client_id", "jti"})
    void aTokenSaysAllThatAnAccessTokenMustSay(String claim) {
        whoAmI(issuer.token().without(claim)).expectInvalidToken(claim);
    }

    @Test
    void aTokenThatMustBeProvenIsNoBearerToken() {
        whoAmI(issuer.token().with("cnf", Map.of("jkt", "abc"))).expectInvalidToken("cnf");
        whoAmI(issuer.token().with("cnf", Map.of("x5t#S256", "abc"))).expectInvalidToken("cnf");
    }

    @Test
    void aKeyThatWasNotPublishedSignsNothing() {
        var stranger = SigningKey.es256();

        whoAmI(issuer.tokenBy(stranger)).expectInvalidToken("signed");
        whoAmI(issuer.tokenBy(stranger).keyId(ES256.id())).expectInvalidToken("signed");
        whoAmI(issuer.tokenBy(stranger).keyId(null)).expectInvalidToken("signed");
    }

    @Test
    void aKeyServesItsOwnAlgorithmOnly() {
        whoAmI(underAnotherAlgorithm(RS256, JWSAlgorithm.PS256)).expectInvalidToken("signed");
        whoAmI(underAnotherAlgorithm(PS256, JWSAlgorithm.RS256)).expectInvalidToken("signed");
    }

    @Test
    void anAlgorithmThatIsNotOnTheListIsRefusedThoughPublished() {
        whoAmI(issuer.tokenBy(ES384)).expectInvalidToken("signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not.a.jwt", "a.b.c.d.e", "abc", "..", "eyJhbGciOiJFUzI1NiJ9.e30."})
    void whatIsNoTokenAtAllIsRefused(String nonsense) {
        whoAmI(nonsense).expectInvalidToken("signed");
    }

    private static String underAnotherAlgorithm(SigningKey key, JWSAlgorithm algorithm) {
        var header =
                new JWSHeader.Builder(algorithm)
                        .keyID(key.id())
                        .type(new JOSEObjectType("at+jwt"))
                        .build();
        return issuer.tokenBy(key).signedAs(header);
    }

    private static Answer whoAmI(Token token) {
        return whoAmI(token.signed());
    }

    private static Answer whoAmI(String token) {
        return demo.get("/whoami").bearer(token).answer();
    }
}
