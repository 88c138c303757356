/**
 * Times on their way into and out of the database, where both databases keep them as {@code
 * timestamp with time zone}.
 */
@ApplicationModule(
        displayName = "Times in SQL",
        allowedDependencies = {})
@NullMarked
package dev.serdab.sqltime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
