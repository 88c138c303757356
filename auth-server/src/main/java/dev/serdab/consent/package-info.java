/**
 * What a person allowed an app, and what the words on the consent page mean.
 *
 * <p>Start reading at {@link dev.serdab.consent.Consents}. Owns the tables {@code oauth_consent},
 * {@code scope} and {@code scope_sentence}.
 */
@ApplicationModule(
        displayName = "Consent",
        allowedDependencies = {"account", "audit", "recent", "sqltime"})
@NullMarked
package dev.serdab.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
