/**
 * Signing up, and activating the account by a mailed link where the operator wants that.
 *
 * <p>Start reading at {@link dev.serdab.registration.Registrations} and {@link
 * dev.serdab.registration.Activations}.
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
            "mailedlink",
            "password",
            "passwordhash",
            "site"
        })
@NullMarked
package dev.serdab.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
