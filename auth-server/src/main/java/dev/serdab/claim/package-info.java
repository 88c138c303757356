/**
 * What a scope reveals about a person (OpenID Connect Core §5.4), and what can be asked for one by
 * one (§5.5); once for access tokens, ID tokens and userinfo.
 *
 * <p>Start reading at {@link dev.serdab.claim.PersonClaims}. Owns the table {@code
 * account_attribute}.
 */
@ApplicationModule(
        displayName = "Claims",
        allowedDependencies = {"account", "sqltime"})
@NullMarked
package dev.serdab.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
