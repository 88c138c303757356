package dev.serdab.grant;

import java.util.Locale;

/** What has become of a token. */
public enum TokenStatus {
    /** It works until it expires. */
    ACTIVE,
    /** A code that was redeemed or burned. */
    USED,
    /** A refresh token that was exchanged for the next. */
    ROTATED,
    /** It was taken back. */
    REVOKED;

    static TokenStatus of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
