/**
 * The apps that may use a person's account, where the person sees and ends it.
 *
 * <p>Start reading at {@link dev.serdab.connectedapp.ConnectedAppsPage}.
 */
@ApplicationModule(
        displayName = "Connected apps",
        allowedDependencies = {"account", "client", "consent", "grant", "page", "session"})
@NullMarked
package dev.serdab.connectedapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
