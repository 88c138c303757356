package dev.serdab.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Browser;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.Page;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody's telephone with an authenticator app, and the recovery codes they printed. */
final class Authenticator {

    private final byte[] seed;
    private final MovableClock clock;
    private List<String> recoveryCodes = List.of();

    private Authenticator(byte[] seed, MovableClock clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /** Takes in the key that the page shows. */
    static Authenticator of(Page page, MovableClock clock) {
        return new Authenticator(decoded(page.html().select("#key").text()), clock);
    }

    /** Sets it up on the page, for whoever is signed in in this browser. */
    static Authenticator setUp(Browser browser, MovableClock clock) {
        var page = browser.open("/account/second-factor").expect(200);
        var authenticator = of(page, clock);
        authenticator.recoveryCodes =
                browser.press(page, "set-up", Map.of("code", authenticator.code()))
                        .expect(200)
                        .html()
                        .select("#recovery-codes code")
                        .eachText();
        assertThat(authenticator.recoveryCodes).hasSize(10).doesNotHaveDuplicates();
        return authenticator;
    }

    List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** What it shows now. */
    String code() {
        return Totp.code(seed, Totp.step(clock.instant()));
    }

    /** What it shows once the last one has gone. */
    String nextCode() {
        clock.pass(Duration.ofSeconds(60));
        return code();
    }

    /** One that it does not show. */
    String wrongCode() {
        return "%06d".formatted((Integer.parseInt(code()) + 1) % 1_000_000);
    }

    private static byte[] decoded(String key) {
        var bytes = new ByteArrayOutputStream();
        int pending = 0;
        int bits = 0;
        for (char c : key.replace(" ", "").toCharArray()) {
            pending = (pending << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(pending >> bits);
            }
            pending &= (1 << bits) - 1;
        }
        return bytes.toByteArray();
    }
}
