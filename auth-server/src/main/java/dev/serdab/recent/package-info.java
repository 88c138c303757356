/**
 * What was looked up a moment ago and may be used again without asking the database.
 *
 * <p>Start reading at {@link dev.serdab.recent.Recent}. Owns nothing: what is remembered is at most
 * five seconds old, on every node, so nothing that must hold at once may be kept here.
 */
@ApplicationModule(
        displayName = "Recent look-ups",
        allowedDependencies = {})
@NullMarked
package dev.serdab.recent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
