package dev.serdab.passwordhash;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.generators.SCrypt;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

/** {@code scrypt$N$salt$r$p$base64}; RFC 7914. */
record Scrypt() implements HashFormat {

    private static final Pattern FORM =
            Pattern.compile(
                    "scrypt\\$(\\d{1,7})\\$([^$]+)\\$(\\d{1,3})\\$(\\d{1,3})\\$([A-Za-z0-9+/]+=*)");

    @Override
    public boolean matches(String password, String stored) {
        var form = FORM.matcher(stored);
        if (!form.matches()) {
            return false;
        }
        try {
            var expected = Base64.getDecoder().decode(form.group(5));
            var hash =
                    SCrypt.generate(
                            password.getBytes(UTF_8),
                            form.group(2).getBytes(UTF_8),
                            Integer.parseInt(form.group(1)),
                            Integer.parseInt(form.group(3)),
                            Integer.parseInt(form.group(4)),
                            expected.length);
            return MessageDigest.isEqual(expected, hash);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
