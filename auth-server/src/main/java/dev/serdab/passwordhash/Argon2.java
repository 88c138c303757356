package dev.serdab.passwordhash;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** {@code argon2$argon2id$v=19$m=…,t=…,p=…$salt$hash}; RFC 9106. */
final class Argon2 implements HashFormat {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Pattern FORM =
            Pattern.compile(
                    "argon2\\$argon2(id|i|d)\\$v=(\\d{1,3})\\$m=(\\d{1,7}),t=(\\d{1,4}),p=(\\d{1,3})"
                            + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final String CURRENT =
            "argon2$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES);
    private static final SecureRandom RANDOM = new SecureRandom();

    static String encode(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(MEMORY_KIB)
                        .withIterations(PASSES)
                        .withParallelism(LANES)
                        .withSalt(salt)
                        .build();
        var base64 = Base64.getEncoder().withoutPadding();
        var hash = compute(password, parameters, HASH_BYTES);
        return CURRENT + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    static boolean isCurrent(String stored) {
        return stored.startsWith(CURRENT);
    }

    @Override
    public boolean matches(String password, String stored) {
        var form = FORM.matcher(stored);
        if (!form.matches()) {
            return false;
        }
        var expected = Base64.getDecoder().decode(form.group(7));
        var parameters =
                new Argon2Parameters.Builder(type(form.group(1)))
                        .withVersion(Integer.parseInt(form.group(2)))
                        .withMemoryAsKB(Integer.parseInt(form.group(3)))
                        .withIterations(Integer.parseInt(form.group(4)))
                        .withParallelism(Integer.parseInt(form.group(5)))
                        .withSalt(Base64.getDecoder().decode(form.group(6)))
                        .build();
        return MessageDigest.isEqual(expected, compute(password, parameters, expected.length));
    }

    private static int type(String name) {
        return switch (name) {
            case "id" -> Argon2Parameters.ARGON2_id;
            case "i" -> Argon2Parameters.ARGON2_i;
            default -> Argon2Parameters.ARGON2_d;
        };
    }

    private static byte[] compute(String password, Argon2Parameters parameters, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(UTF_8), hash);
        return hash;
    }
}
