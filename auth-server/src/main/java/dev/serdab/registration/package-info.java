/**
 * Signing up.
 *
 * <p>Start reading at {@link dev.serdab.registration.Registrations}.
 *
 * <p>What a request may set is its address, name and password; everything else an account has, such
 * as being an administrator, cannot be asked for.
 */
@ApplicationModule(
        displayName = "Registration",
        allowedDependencies = {
            "account",
            "accountapi",
            "limit",
            "mail",
            "password",
            "passwordhash",
            "settings"
        })
@NullMarked
package dev.serdab.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
