package dev.serdab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The plan {@code oidcc-3rdparty-init-login-certification-test-plan} with response type {@code
 * code}: a test for each module, which each names.
 */
class ThirdPartyInitPlanTest extends RegisteringPlanTest {

    private static final String MEMBER = "initiate_login_uri";

    /** {@code oidcc-3rd_party-init-login}. */
    @Test
    void whereASignInBeginsIsKept() {
        var uri = "https://suite.example.com/test/a/serdab/login";

        var registered = registers(with(MEMBER, uri));

        assertThat(registered.text(MEMBER)).isEqualTo(uri);
        assertThat(registrar.reads(registered).expect(200).text(MEMBER)).isEqualTo(uri);
    }

    /** {@code oidcc-3rd_party-init-login-nohttps}. */
    @Test
    void butNotIfItIsNotHttps() {
        var answer =
                registrar
                        .registers(with(MEMBER, "http://suite.example.com/test/a/serdab/login"))
                        .expect(400);

        assertThat(answer.text("error")).isEqualTo("invalid_client_metadata");
    }
}
