/**
 * Moving an account to another address: knowing the password, or by a link mailed to the old
 * address.
 *
 * <p>Start reading at {@link dev.serdab.emailchange.EmailChanges} and {@link
 * dev.serdab.emailchange.EmailResets}.
 *
 * <p>As in Djoser a new address counts at once. Nothing proves it yet, so it is never called
 * verified here.
 */
@ApplicationModule(
        displayName = "Addresses",
        allowedDependencies = {"account", "accountapi", "mail", "mailedlink", "site"})
@NullMarked
package dev.serdab.emailchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
