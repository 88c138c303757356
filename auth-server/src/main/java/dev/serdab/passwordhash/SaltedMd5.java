package dev.serdab.passwordhash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** {@code md5$salt$hex}: MD5 of salt and password. Made anew at the next good sign-in. */
record SaltedMd5() implements HashFormat {

    private static final Pattern FORM = Pattern.compile("md5\\$([^$]+)\\$([0-9a-f]{32})");

    @Override
    public boolean matches(String password, String stored) {
        var form = FORM.matcher(stored);
        return form.matches()
                && MessageDigest.isEqual(
                        HexFormat.of().parseHex(form.group(2)),
                        Digests.digest("MD5", (form.group(1) + password).getBytes(UTF_8)));
    }
}
