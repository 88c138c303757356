/**
 * Who may come in, and what the others are told.
 *
 * <p>Start reading at {@link dev.serdab.demo.doors.Doors}: its rules are the table of which
 * endpoint needs which scope. Everybody who is refused learns why in JSON, and clients learn from
 * {@code WWW-Authenticate} how to do better (RFC 6750 §3, RFC 9728 §5.1).
 */
@NullMarked
package dev.serdab.demo.doors;

import org.jspecify.annotations.NullMarked;
