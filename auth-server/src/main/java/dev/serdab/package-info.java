/**
 * Serdab keeps who people are, sealed, and lets out only signed statements about it.
 *
 * <p>Each package below is one thing the product does; {@code package-info} of each says where to
 * start reading and what it owns.
 */
@NullMarked
package dev.serdab;

import org.jspecify.annotations.NullMarked;
