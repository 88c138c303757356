package dev.serdab.clientregistration;

import static dev.serdab.testing.Registrar.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Http;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Registrar;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Where everybody may register apps, nobody fills the database with them. */
@TestPropertySource(
        properties = {
            "serdab.client-registration.mode=open",
            "serdab.limits.client-registration=2/1h"
        })
class RegistrationLimitTest extends ProtocolTest {

    @Test
    void fromOneAddressComeSoManyAppsAndNoMore() {
        var registrar = new Registrar(issuer);
        var first = registrar.registers(metadata("client_name", "One")).expect(201);
        registrar.registers(metadata("client_name", "Two")).expect(201);

        var refused = registrar.registers(metadata("client_name", "Three")).expect(429);

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        var stranger = new Http(issuer).bearer("what a stranger guesses");
        for (int i = 0; i < 5; i++) {
            stranger.json("PUT", first.text("registration_client_uri"), "{}").expect(401);
        }
        var changed = registrar.changes(first, metadata("client_name", "First")).expect(200);
        var again = registrar.changes(changed, metadata("client_name", "Again")).expect(200);
        var tooOften = registrar.changes(again, metadata("client_name", "And again")).expect(429);
        assertThat(Integer.parseInt(tooOften.header("Retry-After"))).isPositive();
    }
}
