/**
 * Signing up, and activating the account by a mailed link where the operator wants that.
 *
 * <p>Start reading at {@link dev.serdab.registration.Registrations} and {@link
 * dev.serdab.registration.Activations}.
 *
 * <p>There are two ways in, the account API and the page {@link
 * dev.serdab.registration.SignUpPage}, and one rule. The page tells nobody who has an account,
 * where mail can tell it instead.
 *
 * <p>What a request may set is its address, name and password; everything else an account has, such
 * as being an administrator, cannot be asked for.
 */
@ApplicationModule(
        displayName = "Registration",
        allowedDependencies = {
            "account",
            "accountapi",
            "authorization",
            "limit",
            "mail",
            "mailedlink",
            "page",
            "password",
            "passwordhash",
            "session",
            "settings",
            "signin",
            "site"
        })
@NullMarked
package dev.serdab.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
