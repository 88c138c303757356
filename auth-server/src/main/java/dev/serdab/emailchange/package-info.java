/**
 * Moving an account to another address: through the account API knowing the password, or by a link
 * mailed to the old address; on the pages by a link mailed to the new one.
 *
 * <p>Start reading at {@link dev.serdab.emailchange.EmailChanges}, {@link
 * dev.serdab.emailchange.EmailResets} and {@link dev.serdab.emailchange.EmailMoves}. Owns the table
 * {@code email_move}.
 *
 * <p>Through the account API a new address counts at once, as in Djoser. Nothing proves it yet, so
 * it is not called verified. On the pages it counts, and is verified, once its link was followed,
 * and the old address is mailed a way back.
 */
@ApplicationModule(
        displayName = "Addresses",
        allowedDependencies = {
            "account",
            "accountapi",
            "accounthome",
            "cleanup",
            "mail",
            "mailedlink",
            "page",
            "password",
            "passwordhash",
            "sealing",
            "session",
            "settings",
            "site",
            "sqltime"
        })
@NullMarked
package dev.serdab.emailchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
