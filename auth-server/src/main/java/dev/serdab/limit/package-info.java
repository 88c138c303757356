/**
 * How often something may be tried: counters that all nodes share.
 *
 * <p>Start reading at {@link dev.serdab.limit.Limiter}. Owns the table {@code rate_limit}, whose
 * keys are hashes: it names nobody.
 */
@ApplicationModule(
        displayName = "Limits",
        allowedDependencies = {"settings", "sealing", "cleanup", "sqltime"})
@NullMarked
package dev.serdab.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
