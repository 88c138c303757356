/**
 * Passwords: which ones may be chosen, changing one, and getting back in after forgetting it.
 *
 * <p>Start reading at {@link dev.serdab.password.PasswordRules}, {@link
 * dev.serdab.password.PasswordChanges} and {@link dev.serdab.password.PasswordResets}. The list of
 * common passwords is the resource {@code passwords/common.txt}, written for this server.
 *
 * <p>Every entrance where a password is chosen asks the same rules, and all broken ones are told at
 * once. A reset ends everything that the old password opened.
 */
@ApplicationModule(
        displayName = "Passwords",
        allowedDependencies = {
            "account",
            "accountapi",
            "accounthome",
            "mail",
            "mailedlink",
            "page",
            "passwordhash",
            "session",
            "site"
        })
@NullMarked
package dev.serdab.password;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
