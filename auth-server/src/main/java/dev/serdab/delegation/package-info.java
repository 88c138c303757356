/**
 * Apps at the account API: an OAuth access token is welcome there with the scope {@code account}
 * and the issuer among its {@code aud} (RFC 9068 §4), and then acts for its person.
 */
@ApplicationModule(
        displayName = "Delegation",
        allowedDependencies = {"accountapi", "grant", "settings"})
@NullMarked
package dev.serdab.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
