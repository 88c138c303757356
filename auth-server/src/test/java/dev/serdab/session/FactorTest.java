package dev.serdab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an app is told about how somebody signed in. */
class FactorTest {

    @ParameterizedTest
    @CsvSource({
        "PASSWORD, one-factor, pwd",
        "MAILED_LINK, one-factor, otp",
        "SYNCED_PASSKEY, one-factor, swk user",
        "DEVICE_PASSKEY, one-factor, hwk user",
        "ONE_TIME_CODE RECOVERY_CODE, one-factor, otp",
        "PASSWORD ONE_TIME_CODE, two-factor, mfa otp pwd",
        "PASSWORD RECOVERY_CODE, two-factor, mfa otp pwd",
        "MAILED_LINK ONE_TIME_CODE, two-factor, mfa otp",
        "SYNCED_PASSKEY USER_VERIFICATION, two-factor, mfa swk user",
        "DEVICE_PASSKEY USER_VERIFICATION, two-factor, hwk mfa user",
        "PASSWORD DEVICE_PASSKEY, two-factor, hwk mfa pwd user"
    })
    void whatWasShownDecides(String shown, String acr, String amr) {
        var factors = Factor.parse(shown);

        assertThat(AuthenticationClass.of(factors)).isEqualTo("urn:serdab:acr:" + acr);
        assertThat(String.join(" ", Factor.amr(factors))).isEqualTo(amr);
        assertThat(Factor.parse(Factor.format(factors))).isEqualTo(factors);
    }
}
