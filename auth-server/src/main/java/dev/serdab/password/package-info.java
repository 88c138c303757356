/**
 * Passwords: which ones may be chosen.
 *
 * <p>Start reading at {@link dev.serdab.password.PasswordRules}. The list of common passwords is
 * the resource {@code passwords/common.txt}, written for this server.
 *
 * <p>Every entrance where a password is chosen asks the same rules, and all broken ones are told at
 * once.
 */
@ApplicationModule(displayName = "Passwords", allowedDependencies = "account")
@NullMarked
package dev.serdab.password;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
