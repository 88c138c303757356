package dev.serdab.passwordhash;

import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * Makes and checks password strings in Django's form. Nothing here may run while a database
 * connection is held.
 */
@Component
public class PasswordHasher {

    /** What a password may have at most, in code points; checked before anything is computed. */
    public static final int LONGEST = 4096;

    /** In front of a string that no password matches, as Django writes it. */
    private static final String UNUSABLE = "!";

    private static final Map<String, HashFormat> FORMATS =
            Map.of(
                    "argon2", new Argon2(),
                    "pbkdf2_sha256", new Pbkdf2("PBKDF2WithHmacSHA256", 32),
                    "pbkdf2_sha1", new Pbkdf2("PBKDF2WithHmacSHA1", 20),
                    "scrypt", new Scrypt(),
                    "bcrypt", new Bcrypt(false),
                    "bcrypt_sha256", new Bcrypt(true),
                    "md5", new SaltedMd5());

    private final HashingGate gate;
    private final String nobodys;

    PasswordHasher(HashingGate gate) {
        this.gate = gate;
        this.nobodys = Argon2.encode(HexFormat.of().formatHex(randomBytes()));
    }

    /** What became of comparing a password with a stored string. */
    public enum Match {
        /** It is the password. */
        YES,
        /** It is the password, and the string should be made anew with {@link #hash}. */
        YES_BUT_OLD,
        /** It is not, or there is no usable password. */
        NO
    }

    /**
     * A new Argon2id string.
     *
     * @throws TooManyPasswords when too many wait
     */
    public String hash(String password) {
        if (isTooLong(password)) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        return gate.pass(() -> Argon2.encode(password));
    }

    /**
     * Compares. Takes as long for an account without a usable password as for one with Argon2id.
     *
     * @throws TooManyPasswords when too many wait
     */
    public Match check(String password, String stored) {
        if (isTooLong(password)) {
            return Match.NO;
        }
        var format = FORMATS.get(algorithm(stored));
        if (format == null) {
            return checkNobody(password);
        }
        return gate.pass(() -> {
            if (!format.matches(password, stored)) {
                return Match.NO;
            }
            return Argon2.isCurrent(stored) ? Match.YES : Match.YES_BUT_OLD;
        });
    }

    /** The same work for an account that does not exist; always {@link Match#NO}. */
    public Match checkNobody(String password) {
        if (!isTooLong(password)) {
            gate.pass(() -> new Argon2().matches(password, nobodys));
        }
        return Match.NO;
    }

    /** A string that no password matches. */
    public String unusable() {
        return UNUSABLE + HexFormat.of().formatHex(randomBytes()).substring(0, 40);
    }

    /** Whether some password could match. */
    public static boolean isUsable(String stored) {
        return FORMATS.containsKey(algorithm(stored));
    }

    /** Whether the string is one that this server understands, {@code !} included. */
    public static boolean isKnown(String stored) {
        return stored.startsWith(UNUSABLE) || isUsable(stored);
    }

    /** Whether a password is over {@link #LONGEST}. */
    public static boolean isTooLong(String password) {
        return password.length() > LONGEST
                && password.codePointCount(0, password.length()) > LONGEST;
    }

    private static String algorithm(String stored) {
        int end = stored.indexOf('$');
        return end < 0 ? "" : stored.substring(0, end);
    }

    private static byte[] randomBytes() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
