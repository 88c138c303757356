/**
 * The account home: where people see what this server knows about them and change it.
 *
 * <p>Start reading at {@link dev.serdab.accounthome.AccountHomePage}. Its other pages belong to
 * their features, which tell of them by an {@link dev.serdab.page.AccountPageEntry}.
 *
 * <p>What is done there is done by the same features as through the account API: one rule, two
 * entrances. All of it works without a script.
 */
@ApplicationModule(
        displayName = "Account home",
        allowedDependencies = {
            "account",
            "audit",
            "client",
            "credential",
            "page",
            "passwordhash",
            "session",
            "settings"
        })
@NullMarked
package dev.serdab.accounthome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
