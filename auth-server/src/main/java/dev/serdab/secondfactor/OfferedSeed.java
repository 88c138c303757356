package dev.serdab.secondfactor;

import dev.serdab.account.Account;
import dev.serdab.site.Site;

import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;

/** A seed that somebody may take into their app; it counts once a code of it was typed in. */
final class OfferedSeed {

    private final byte[] seed;
    private final String sealed;

    OfferedSeed(byte[] seed, String sealed) {
        this.seed = seed;
        this.sealed = sealed;
    }

    byte[] seed() {
        return seed;
    }

    /** The form's field that brings it back, good for this account for an hour. */
    String sealed() {
        return sealed;
    }

    /** As it is typed by hand. */
    String key() {
        return Base32.encode(seed);
    }

    /** As apps read it from a QR code or a link; what they assume anyway is not in it. */
    String address(Account account, Site site) {
        var name = encoded(site.name());
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(name, encoded(account.email().value()), key(), name);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
