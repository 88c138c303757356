package dev.serdab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class WhoAmITest extends DemoTest {

    @Test
    void aTokenIsToldWhatItSays() {
        var expiry =
                Instant.now().plusSeconds(60).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var token = issuer.token().of("42").scope("notes.read notes.write").expiring(expiry);

        var answer = demo.get("/whoami").bearer(token).expect(200).json();

        assertThat(answer.get("sub").asString()).isEqualTo("42");
        assertThat(answer.get("speaks_for").asString()).isEqualTo("person");
        assertThat(answer.get("client_id").asString()).isEqualTo("web");
        assertThat(answer.get("scope").asString()).isEqualTo("notes.read notes.write");
        assertThat(answer.get("iss").asString()).isEqualTo(issuer.address());
        assertThat(answer.get("aud").get(0).asString()).isEqualTo("http://localhost:8090");
        assertThat(answer.get("expires_at").asString()).isEqualTo(expiry.toString());
    }

    @Test
    void anAppThatActsForItselfIsNotAPerson() {
        var token = issuer.token().of("nightly-job").with("client_id", "nightly-job");

        var answer = demo.get("/whoami").bearer(token).expect(200).json();

        assertThat(answer.get("speaks_for").asString()).isEqualTo("client");
    }

    @Test
    void aTokenWithoutAnyScopeIsStillSomebody() {
        var answer = demo.get("/whoami").bearer(issuer.token().without("scope")).expect(200).json();

        assertThat(answer.get("scope").asString()).isEmpty();
    }
}
