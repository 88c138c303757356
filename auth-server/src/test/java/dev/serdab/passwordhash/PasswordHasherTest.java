package dev.serdab.passwordhash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.passwordhash.PasswordHasher.Match;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {

    private final PasswordHasher hasher = new PasswordHasher(new HashingGate());

    @Test
    void aNewStringIsArgon2idAndMatchesItsPasswordOnly() {
        var stored = hasher.hash("correct horse");

        assertThat(stored).startsWith("argon2$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hasher.check("correct horse", stored)).isEqualTo(Match.YES);
        assertThat(hasher.check("correct horsf", stored)).isEqualTo(Match.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pbkdf2_sha256$1000000$NgNXfC0y6g6WlmMolpowZG$Ab+VgFnPIspAn/OJnpI9gRFZC2+be2b1CC+iG8Pq6Vo=",
                "pbkdf2_sha1$1000000$UaFHjQzY6MCkjf3JT6ZpDL$jzLgkQaczx83cFwy5BQQQ7KLeKw=",
                "argon2$argon2id$v=19$m=102400,t=2,p=8$aHpEQ3JiNmt3cUlSUEx5RkhzTDF1Zg$5BjRVRX/hbQAaK3GBIuNkA",
                "bcrypt_sha256$$2b$12$ml7Iq/Y3TRXoqK8dY.nAMe7GuAJ.tKeSddNRL351K6FsHr7pPKD3.",
                "bcrypt$$2b$12$0VZ6qeU79sr0DweWvcJ5g.GbByw1bz0FYlsYZTjvrtrr/UGL8iRwK",
                "scrypt$16384$vfmj07TCIRkILbjXU9nsPX$8$5$9WUrhCFDLyqzvnCnGqultbuly9Pok7mJLmGYfZUZJJdWyOIoHk7C3790gEhLRvPaxyylYnJ2QirEia2mdDEvDg==",
                "md5$c68dRxlB28l4M9nplmhpIv$3b5cce7375f4090e31af48c4d1f87c62"
            })
    void whatDjangoHashedMatchesAndIsDueToBeMadeAnew(String stored) {
        assertThat(hasher.check("Zx9-plum-tree-é", stored)).isEqualTo(Match.YES_BUT_OLD);
        assertThat(hasher.check("Zx9-plum-tree-e", stored)).isEqualTo(Match.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "!abc",
                "plain",
                "argon2$x",
                "bcrypt$",
                "scrypt$0$a$0$0$AA==",
                "md5$$"
            })
    void whatIsNoHashMatchesNothing(String stored) {
        assertThat(hasher.check("", stored)).isEqualTo(Match.NO);
        assertThat(hasher.check(stored, stored)).isEqualTo(Match.NO);
    }

    @Test
    void aPasswordThatIsTooLongIsRefusedBeforeAnythingIsComputed() {
        assertThat(hasher.check("x".repeat(PasswordHasher.LONGEST + 1), hasher.hash("x")))
                .isEqualTo(Match.NO);
    }
}
