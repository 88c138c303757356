/**
 * Reading, renaming and deleting accounts: one's own, and for administrators all of them.
 *
 * <p>Start reading at {@link dev.serdab.profile.Visibility}.
 *
 * <p>While users are hidden, a record of somebody else and a record that does not exist are
 * answered alike, whatever the method.
 */
@ApplicationModule(
        displayName = "Profiles",
        allowedDependencies = {"account", "accountapi"})
@NullMarked
package dev.serdab.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
