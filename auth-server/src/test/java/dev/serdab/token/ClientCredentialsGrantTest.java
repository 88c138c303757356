package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;

/** A client that speaks for itself (RFC 6749 §4.4). */
class ClientCredentialsGrantTest extends ProtocolTest {

    @Test
    void aServiceGetsATokenOfItsOwn() {
        var answer = machine.asksForItself("notes.read").expect(200);

        assertThat(answer.json().propertyNames())
                .containsExactly("access_token", "token_type", "expires_in", "scope");
        var token = Jwt.parse(answer.text("access_token"));
        assertThat(token.text("sub")).isEqualTo("machine");
        assertThat(token.text("client_id")).isEqualTo("machine");
        assertThat(token.text("scope")).isEqualTo("notes.read");
        assertThat(token.claims()).doesNotContainKey("auth_time");
    }

    @Test
    void withoutAWishItGetsAllThatSpeaksOfNobody() {
        assertThat(machine.asksForItself("").expect(200).text("scope"))
                .isEqualTo("notes.read notes.write");
    }

    @Test
    void itHasNoPartInAPerson() {
        for (var scope : new String[] {"openid", "profile", "notes.read openid", "email", "x"}) {
            assertThat(machine.asksForItself(scope).expect(400).text("error"))
                    .isEqualTo("invalid_scope");
        }
    }

    @Test
    void itsTokenOpensNoUserinfo() {
        var token = machine.asksForItself("notes.read").text("access_token");

        assertThat(machine.asksUserInfo(token).expect(401).header("WWW-Authenticate"))
                .contains("error=\"invalid_token\"");
    }

    @Test
    void onlyWhoIsRegisteredForItMay() {
        assertThat(notes.asksForItself("notes.read").expect(400).text("error"))
                .isEqualTo("unauthorized_client");
        assertThat(mobile.asksForItself("notes.read").expect(400).text("error"))
                .isEqualTo("unauthorized_client");
    }

    @Test
    void itMayGiveTheTokenBack() {
        var token = machine.asksForItself("").text("access_token");
        assertThat(machine.findsActive(token)).isTrue();

        machine.revokes(token).expect(200);

        assertThat(machine.findsActive(token)).isFalse();
    }
}
