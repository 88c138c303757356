package dev.serdab.clientregistration;

import static dev.serdab.testing.Registrar.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Registrar;

import org.junit.jupiter.api.Test;

/** Nobody registers apps unless an operator wants it. */
class ClosedRegistrationTest extends ProtocolTest {

    @Test
    void itIsNotThereAndNotAnnounced() {
        new Registrar(issuer).registers(metadata("client_name", "Photos")).expect(404);
        new Registrar(issuer)
                .with("token")
                .registers(metadata("client_name", "Photos"))
                .expect(404);
        assertThat(app.get("/.well-known/openid-configuration").json().has("registration_endpoint"))
                .isFalse();
    }
}
