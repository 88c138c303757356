/**
 * Links that are mailed: each proves that somebody reads the mail of an account's address, for one
 * purpose, once.
 *
 * <p>Start reading at {@link dev.serdab.mailedlink.MailedLinks}; {@link
 * dev.serdab.mailedlink.LinkRequests} is how people ask for one. Owns the table {@code
 * mailed_link}.
 *
 * <p>A link looks like Django's, but is random, and only its SHA-256 is kept. It dies when it is
 * used, when its time is over, and when the password or the address of the account changes. Nobody
 * learns from asking for one whether an address has an account, unless a setting says so.
 */
@ApplicationModule(
        displayName = "Mailed links",
        allowedDependencies = {
            "account",
            "accountapi",
            "cleanup",
            "mail",
            "passwordhash",
            "sealing",
            "settings",
            "sqltime"
        })
@NullMarked
package dev.serdab.mailedlink;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
