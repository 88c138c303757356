/**
 * Browser sessions: who is signed in in which browser, since when, and how they showed it.
 *
 * <p>Start reading at {@link dev.serdab.session.BrowserSessions}. Owns the tables {@code
 * browser_session} and {@code session_app}.
 *
 * <p>The cookie's value is kept as SHA-256 only; a visitor who is not signed in has no session at
 * all. Account and session are read in one query, so a disabled account is signed out at once.
 */
@ApplicationModule(
        displayName = "Browser sessions",
        allowedDependencies = {"account", "audit", "sealing", "settings", "cleanup", "sqltime"})
@NullMarked
package dev.serdab.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
