package dev.serdab.logintoken;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Logging in for a key.
 *
 * @param tokenModel whether there are keys at all
 * @param createSessionOnLogin whether the browser that logs in is signed in at this server's pages
 *     as well, with a cookie
 */
@ConfigurationProperties("serdab.account-api")
record LoginTokenSettings(
        @DefaultValue("token") TokenModel tokenModel,
        @DefaultValue("false") boolean createSessionOnLogin) {

    /** Django's setting names a class or none. */
    enum TokenModel {
        /** {@code /token/login/} gives keys. */
        TOKEN,
        /** There is no {@code /token/*}, and no key opens anything. */
        NONE
    }

    boolean hasKeys() {
        return tokenModel == TokenModel.TOKEN;
    }
}
