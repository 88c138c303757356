package dev.serdab.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import dev.serdab.testing.Http;
import dev.serdab.testing.ServerTest;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The public halves of the signing keys (RFC 7517 §5). */
class JwkSetTest extends ServerTest {

    @Test
    void thereIsAKeyForEachAlgorithmByItsThumbprint() throws Exception {
        var keys = JWKSet.parse(new Http(issuer).get("/oauth2/jwks").expect(200).body()).getKeys();

        assertThat(keys)
                .extracting(key -> key.getAlgorithm().getName())
                .containsExactlyInAnyOrder("ES256", "RS256");
        for (JWK key : keys) {
            assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
            assertThat(key.getKeyUse().identifier()).isEqualTo("sig");
        }
    }

    @Test
    void nothingPrivateIsShown() {
        var json = new Http(issuer).get("/oauth2/jwks").json();

        for (var key : json.path("keys")) {
            var isEc = key.path("kty").asString().equals("EC");
            assertThat(key.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            isEc
                                    ? List.of("kty", "crv", "x", "y", "use", "alg", "kid")
                                    : List.of("kty", "n", "e", "use", "alg", "kid"));
        }
    }

    @Test
    void itMayBeKeptForAWhile() {
        var answer = new Http(issuer).get("/oauth2/jwks");

        assertThat(answer.header("Cache-Control")).contains("max-age=900").contains("public");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.response().headers().allValues("Cache-Control")).hasSize(1);
        assertThat(answer.header("Pragma")).isEmpty();
    }
}
