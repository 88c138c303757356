package dev.serdab.passwordhash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * {@code pbkdf2_sha256$iterations$salt$base64}, Django's default. The salt is text: its UTF-8 bytes
 * are used, not what it would decode to.
 */
record Pbkdf2(String algorithm, int hashBytes) implements HashFormat {

    private static final Pattern FORM =
            Pattern.compile("[a-z0-9_]+\\$(\\d{1,8})\\$([^$]+)\\$([A-Za-z0-9+/]+=*)");

    @Override
    public boolean matches(String password, String stored) {
        var form = FORM.matcher(stored);
        if (!form.matches() || password.isEmpty()) {
            return false;
        }
        var spec =
                new PBEKeySpec(
                        password.toCharArray(),
                        form.group(2).getBytes(UTF_8),
                        Integer.parseInt(form.group(1)),
                        hashBytes * Byte.SIZE);
        try {
            var hash = SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
            return MessageDigest.isEqual(Base64.getDecoder().decode(form.group(3)), hash);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        } finally {
            spec.clearPassword();
        }
    }
}
