/**
 * What mails call this site, and where its front end is.
 *
 * <p>Start reading at {@link dev.serdab.site.Site}.
 *
 * <p>Nothing here depends on a request: a forged {@code Host} cannot turn a link away.
 */
@ApplicationModule(displayName = "Site", allowedDependencies = "settings")
@NullMarked
package dev.serdab.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
