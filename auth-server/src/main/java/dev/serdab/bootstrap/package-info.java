/**
 * What stands in the settings and must be in the database: first accounts, groups, scopes, clients;
 * and on a developer's machine a person and three apps to try things with.
 *
 * <p>Start reading at {@link dev.serdab.bootstrap.Bootstrap}. Accounts are made when they are
 * missing and never overwritten; groups, scopes and clients follow the settings.
 */
@ApplicationModule(
        displayName = "Bootstrap",
        allowedDependencies = {"account", "claim", "client", "consent", "passwordhash", "settings"})
@NullMarked
package dev.serdab.bootstrap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
