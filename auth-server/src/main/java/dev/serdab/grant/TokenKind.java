package dev.serdab.grant;

import java.util.Locale;

/** What a row of {@code oauth_token} is. */
enum TokenKind {
    CODE,
    ACCESS,
    REFRESH;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
