package dev.serdab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.demo.testing.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody without a usable token is told (RFC 6750 §3, RFC 9728 §5.1). */
class ChallengeTest extends DemoTest {

    private static final String METADATA =
            "resource_metadata=\"http://localhost:8090/.well-known/oauth-protected-resource\"";

    @ParameterizedTest
    @ValueSource(strings = {"/whoami", "/notes"})
    void withoutATokenOnlyTheWayToOneIsTold(String path) {
        expectPlainChallenge(demo.get(path).answer());
        expectPlainChallenge(demo.get(path).header("Accept", "text/html").answer());
    }

    @Test
    void writingWithoutATokenIsChallengedBeforeTheBodyIsRead() {
        expectPlainChallenge(demo.post("/notes", "not json").answer());
    }

    @Test
    void aTokenInTheAddressIsNotLookedAt() {
        var token = issuer.token().scope("notes.read").signed();

        expectPlainChallenge(demo.get("/whoami?access_token=" + token).answer());
        expectPlainChallenge(demo.get("/notes?access_token=" + token).answer());
    }

    @Test
    void aTokenInAFormIsNotLookedAt() {
        var token = issuer.token().scope("notes.write").signed();

        expectPlainChallenge(
                demo.call("POST", "/notes")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .body("access_token=" + token)
                        .answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRhOnNlY3JldA==", "DPoP abc", "Token abc"})
    void anotherSchemeIsNoToken(String credentials) {
        expectPlainChallenge(demo.get("/whoami").header("Authorization", credentials).answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer a b", "Bearer \"abc\"", "Bearer äöü"})
    void aBrokenHeaderIsAnInvalidToken(String credentials) {
        demo.get("/whoami")
                .header("Authorization", credentials)
                .answer()
                .expectInvalidToken("malformed");
    }

    @Test
    void theNameOfTheSchemeMayBeInAnyCase() {
        var token = issuer.token().signed();

        demo.get("/whoami").header("Authorization", "bearer " + token).expect(200);
        demo.get("/whoami").header("Authorization", "BEARER " + token).expect(200);
    }

    @Test
    void aBadTokenIsToldWhatIsWrongWithIt() {
        var answer = demo.get("/whoami").bearer(issuer.token().type("JWT")).answer();

        answer.expectInvalidToken("at+jwt");
        assertThat(answer.header("WWW-Authenticate")).contains(METADATA);
        assertThat(answer.json().get("detail").asString()).contains("at+jwt");
    }

    @Test
    void theAddressInAChallengeIsNotTakenFromTheRequest() {
        expectPlainChallenge(
                demo.get("/whoami")
                        .header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "host=evil.example")
                        .answer());
    }

    private static void expectPlainChallenge(Answer answer) {
        answer.expectProblem(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer " + METADATA);
        assertThat(answer.json().has("error")).isFalse();
        assertThat(answer.json().get("detail").asString()).contains("Authorization");
    }
}
