/**
 * Browsers in which somebody signed in before, and those that they trust.
 *
 * <p>Start reading at {@link dev.serdab.knownbrowser.KnownBrowsers}. Owns the table {@code
 * known_browser}.
 *
 * <p>The cookie opens nothing. Who brings it is counted apart from strangers when passwords or
 * codes are guessed, so that strangers lock nobody out; and if its person wished so, it stands for
 * the second factor until they choose another password.
 */
@ApplicationModule(
        displayName = "Known browsers",
        allowedDependencies = {"account", "cleanup", "page", "sealing", "settings", "sqltime"})
@NullMarked
package dev.serdab.knownbrowser;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
