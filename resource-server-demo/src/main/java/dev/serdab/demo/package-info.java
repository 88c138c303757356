/**
 * The smallest API that trusts Serdab's access tokens. Copy it.
 *
 * <p>Here is what it offers: {@link dev.serdab.demo.WhoAmIEndpoint} and {@link
 * dev.serdab.demo.NoteEndpoints}; replace it with what yours does. Beside it, and worth keeping:
 * {@link dev.serdab.demo.token} decides which tokens count, {@link dev.serdab.demo.doors} who may
 * come in with them and what the others are told.
 *
 * <p>It shares no code with the server: all they have in common are the standards, and two settings
 * that are Spring's own.
 */
@NullMarked
package dev.serdab.demo;

import org.jspecify.annotations.NullMarked;
