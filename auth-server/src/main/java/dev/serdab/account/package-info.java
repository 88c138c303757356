/**
 * Who someone is: the account, its address, its groups and permissions.
 *
 * <p>Start reading at {@link dev.serdab.account.Accounts}; {@link
 * dev.serdab.account.AccountChanges} is about getting in. Owns the tables {@code account}, {@code
 * account_group}, {@code group_permission}, {@code group_member} and {@code account_permission}.
 *
 * <p>Knows nothing of OAuth, sessions or HTTP: who must act when an account changes listens to its
 * events, within the same transaction.
 */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"passwordhash", "sqltime"})
@NullMarked
package dev.serdab.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
