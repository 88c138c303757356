/**
 * The keys that sign tokens: made at the first start, kept sealed, published as a JWK Set, replaced
 * in time.
 *
 * <p>Start reading at {@link dev.serdab.signingkey.JwtEncoder} for what they do, and at {@link
 * dev.serdab.signingkey.KeyRotation} for what becomes of them. Owns the table {@code signing_key}.
 *
 * <p>ES256 signs access tokens (small and quick), RS256 signs ID tokens (every client library
 * verifies it; OpenID Connect Core §15.1), unless settings or clients ask for another one.
 */
@ApplicationModule(
        displayName = "Signing keys",
        allowedDependencies = {"settings", "sealing", "sqltime"})
@NullMarked
package dev.serdab.signingkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
