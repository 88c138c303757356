/**
 * What an access token says: a JWT by RFC 9068, so that any API can check it through the JWK Set.
 *
 * <p>Start reading at {@link dev.serdab.accesstoken.AccessTokenMint}.
 */
@ApplicationModule(
        displayName = "Access tokens",
        allowedDependencies = {
            "account",
            "claim",
            "client",
            "grant",
            "settings",
            "signingkey",
            "subject"
        })
@NullMarked
package dev.serdab.accesstoken;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
