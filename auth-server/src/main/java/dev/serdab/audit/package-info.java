/**
 * What happened, for whoever must ask later: sign-ins, revocations, changed passwords, consent.
 *
 * <p>Start reading at {@link dev.serdab.audit.AuditLog}. Owns the table {@code audit_event}, which
 * operators read at {@code /actuator/auditevents} or by SQL.
 *
 * <p>An event is written in the transaction of what it tells of, so that there is never one without
 * the other, and is said in the log after the commit. It names accounts and clients by their ids;
 * no token, secret, password or mail address is ever in it.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"account", "cleanup", "page", "settings", "sqltime"})
@NullMarked
package dev.serdab.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
