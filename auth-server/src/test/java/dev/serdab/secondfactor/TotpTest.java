package dev.serdab.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The values of RFC 6238, appendix B, in six digits. */
class TotpTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void aCodeIsThatOfTheStandard(long second, String code) {
        var now = Instant.ofEpochSecond(second);

        assertThat(Totp.code(SEED, Totp.step(now))).isEqualTo(code);
        assertThat(Totp.step(SEED, code, now)).hasValue(second / 30);
        assertThat(Totp.step(SEED, code, now.plusSeconds(30))).hasValue(second / 30);
        assertThat(Totp.step(SEED, code, now.minusSeconds(30))).hasValue(second / 30);
        assertThat(Totp.step(SEED, code, now.plusSeconds(60))).isEmpty();
        assertThat(Totp.step(SEED, code, now.minusSeconds(60))).isEmpty();
    }
}
