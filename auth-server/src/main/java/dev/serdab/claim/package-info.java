/**
 * What a scope reveals about a person (OpenID Connect Core §5.4), once for access tokens, ID tokens
 * and userinfo.
 */
@ApplicationModule(displayName = "Claims", allowedDependencies = "account")
@NullMarked
package dev.serdab.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
