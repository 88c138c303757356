/**
 * The data directory: one server on the H2 file in it at a time.
 *
 * <p>Start reading at {@link dev.serdab.storage.DataDirectory}.
 */
@ApplicationModule(displayName = "Storage", allowedDependencies = "settings")
@NullMarked
package dev.serdab.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
