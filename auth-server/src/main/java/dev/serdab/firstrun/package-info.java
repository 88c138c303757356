/**
 * The first minutes: the block that is printed at the start, and the one-time link that makes the
 * first administrator.
 *
 * <p>Start reading at {@link dev.serdab.firstrun.StartUpBlock}. Owns the table {@code
 * administrator_invitation}.
 *
 * <p>Nobody becomes administrator by being the first visitor: the link is random, works once and
 * for 30 minutes, and only while no administrator exists.
 */
@ApplicationModule(
        displayName = "First run",
        allowedDependencies = {
            "account",
            "bootstrap",
            "cleanup",
            "mail",
            "page",
            "password",
            "passwordhash",
            "registration",
            "sealing",
            "settings",
            "storage",
            "sqltime"
        })
@NullMarked
package dev.serdab.firstrun;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
