/**
 * The keys that sign tokens: made at the first start, kept sealed, published as a JWK Set.
 *
 * <p>Start reading at {@link dev.serdab.signingkey.JwtEncoder}. Owns the table {@code signing_key}.
 *
 * <p>ES256 signs access tokens (small and quick), RS256 signs ID tokens (every client library
 * verifies it; OpenID Connect Core §15.1).
 */
@ApplicationModule(
        displayName = "Signing keys",
        allowedDependencies = {"settings", "sealing", "sqltime"})
@NullMarked
package dev.serdab.signingkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
