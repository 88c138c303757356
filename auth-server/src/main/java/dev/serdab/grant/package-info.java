/**
 * What was granted and the tokens it lives in: codes, access tokens, families of refresh tokens.
 *
 * <p>Start reading at {@link dev.serdab.grant.Grants}. Owns the tables {@code oauth_grant}, {@code
 * oauth_token} and {@code revoked_token}.
 *
 * <p>A token row is keyed by SHA-256 of the token, so one unique index serves every look-up and
 * reading the database opens nothing. Whatever may happen once (redeeming a code, rotating a
 * refresh token) is one conditional UPDATE. A token is alive while its own row and its grant are,
 * so revoking a grant is one UPDATE too, and a token that is being issued at that moment is dead on
 * arrival. Nothing here signs or hashes slowly: callers bring finished tokens.
 */
@ApplicationModule(
        displayName = "Grants",
        allowedDependencies = {
            "account",
            "audit",
            "claim",
            "cleanup",
            "consent",
            "protocol",
            "sealing",
            "session",
            "settings",
            "signingkey",
            "sqltime"
        })
@NullMarked
package dev.serdab.grant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
