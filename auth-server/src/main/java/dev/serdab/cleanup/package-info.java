/**
 * Rows that have served are deleted, in batches, from the first day.
 *
 * <p>Start reading at {@link dev.serdab.cleanup.CleanUp}. A feature whose table grows publishes one
 * {@link dev.serdab.cleanup.ExpiringTable} bean and needs nothing else.
 */
@ApplicationModule(displayName = "Clean-up", allowedDependencies = "sqltime")
@NullMarked
package dev.serdab.cleanup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
