/**
 * Reading, renaming and deleting accounts: one's own, and for administrators all of them.
 *
 * <p>Start reading at {@link dev.serdab.profile.Visibility}; {@link dev.serdab.profile.ProfilePage}
 * and {@link dev.serdab.profile.DeletionPage} are for people with a browser.
 *
 * <p>While users are hidden, a record of somebody else and a record that does not exist are
 * answered alike, whatever the method.
 */
@ApplicationModule(
        displayName = "Profiles",
        allowedDependencies = {"account", "accountapi", "accounthome", "page", "session"})
@NullMarked
package dev.serdab.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
