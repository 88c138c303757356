package dev.serdab.signingkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whatever makes the signatures, they are the same to everybody else. */
class NativeProviderTest {

    private static final byte[] CONTENT = "header.claims".getBytes(StandardCharsets.US_ASCII);

    @Test
    @EnabledIf("hasLibrary")
    void itIsLoadedWhenItIsFirstNeededAndMakesNobodyWait() {
        var provider = provider(true);

        assertThat(provider.get()).isNull();

        assertThat(loaded(provider).getName()).isEqualTo("AmazonCorrettoCryptoProvider");
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    @EnabledIf("hasLibrary")
    void whatItSignsJavaVerifiesAndTheOtherWayRound(Algorithm algorithm) throws Exception {
        var candidate = provider(true);
        loaded(candidate);
        var signatures = new Signatures(candidate);
        var java = new Signatures(provider(false));
        var key = key(algorithm);

        assertThat(java.verifies(key, CONTENT, signatures.sign(key, CONTENT))).isTrue();
        assertThat(signatures.verifies(key, CONTENT, java.sign(key, CONTENT))).isTrue();
        assertThat(signatures.verifies(key, new byte[3], java.sign(key, CONTENT))).isFalse();
        assertThat(signatures.verifies(key, CONTENT, new byte[3])).isFalse();
        assertThat(signatures.verifies(key(algorithm), CONTENT, java.sign(key, CONTENT))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"os.arch, riscv64", "os.name, Mac OS X", "os.name, Windows 11"})
    void elsewhereJavaDoesIt(String property, String value) throws Exception {
        var before = System.setProperty(property, value);
        try {
            var provider = provider(true);
            var signatures = new Signatures(provider);
            var key = key(Algorithm.ES256);
            for (int i = 0; i < 20; i++) {
                assertThat(signatures.verifies(key, CONTENT, signatures.sign(key, CONTENT)))
                        .isTrue();
                Thread.sleep(50);
            }
            assertThat(provider.get()).isNull();
        } finally {
            System.setProperty(property, before);
        }
    }

    @Test
    void aSettingSwitchesItOff() throws Exception {
        var provider = provider(false);
        for (int i = 0; i < 10; i++) {
            assertThat(provider.get()).isNull();
            Thread.sleep(50);
        }
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aKeyThatItCannotUseIsUsedByJava(Algorithm algorithm) throws Exception {
        var knowsNothing =
                new Provider("Nothing", "1", "") {
                    private static final long serialVersionUID = 1L;
                };
        var signatures =
                new Signatures(
                        new NativeProvider(settings(true)) {
                            @Override
                            Provider get() {
                                return knowsNothing;
                            }
                        });
        var key = key(algorithm);

        var signed = signatures.sign(key, CONTENT);

        assertThat(new Signatures(provider(false)).verifies(key, CONTENT, signed)).isTrue();
        assertThat(signatures.verifies(key, CONTENT, signed)).isTrue();
    }

    static boolean hasLibrary() {
        return System.getProperty("os.name").equals("Linux")
                && List.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
    }

    private static Provider loaded(NativeProvider provider) {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (provider.get() == null && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(provider.get()).as("it was not loaded").isNotNull();
        return provider.get();
    }

    private static NativeProvider provider(boolean isWanted) {
        return new NativeProvider(settings(isWanted));
    }

    private static SigningKeySettings settings(boolean nativeProvider) {
        return new SigningKeySettings(
                List.of("RS256"),
                Duration.ofDays(90),
                Duration.ofDays(1),
                Duration.ofDays(7),
                Duration.ofDays(30),
                nativeProvider);
    }

    private static SigningKey key(Algorithm algorithm) throws Exception {
        return SigningKey.of(algorithm, KeyForms.jwk(null, algorithm, algorithm.generate()));
    }
}
