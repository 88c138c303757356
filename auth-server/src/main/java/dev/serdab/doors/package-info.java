/**
 * Who may come in where: one {@code SecurityFilterChain} per door, asked in the order of their
 * {@code @Order}. The last refuses whatever no door before it knows.
 *
 * <p>Read them top to bottom and you know every way in.
 */
@ApplicationModule(displayName = "Doors")
@NullMarked
package dev.serdab.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
