package dev.serdab.signingkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.App;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ServerProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The library comes out of the packaged server, and Java has nothing to say about it. */
class NativeProviderIT {

    @Test
    @EnabledIf("dev.serdab.signingkey.NativeProviderTest#hasLibrary")
    void thePackagedServerSignsByItWithoutAWarning() throws InterruptedException {
        try (var server = ServerProcess.started()) {
            var machine = App.demoMachine(server.issuer());
            for (int i = 0; i < 300 && !server.output().contains("Signatures are made"); i++) {
                machine.asksForItself("").expect(200);
                Thread.sleep(100);
            }

            var token = Jwt.parse(machine.asksForItself("").expect(200).text("access_token"));

            assertThat(server.output())
                    .contains("Signatures are made by AmazonCorrettoCryptoProvider")
                    .doesNotContain("WARN", "restricted");
            assertThat(token.isSignedByOneOf(server.http().get("/oauth2/jwks").body())).isTrue();
        }
    }

    @Test
    void aSettingLeavesItToJava() throws InterruptedException {
        try (var server = ServerProcess.started("serdab.signing-keys.native-provider=false")) {
            var machine = App.demoMachine(server.issuer());
            for (int i = 0; i < 20; i++) {
                machine.asksForItself("").expect(200);
                Thread.sleep(100);
            }

            assertThat(server.output()).doesNotContain("Signatures are made", "WARN");
        }
    }
}
