/**
 * What every page shares: the frame around it, its language, its response headers, the number of
 * the request, and the page that says what went wrong.
 *
 * <p>Start reading at {@link dev.serdab.page.ErrorPage} and {@link dev.serdab.page.PageHeaders}.
 * Owns {@code pages/layout.html}, {@code pages/error.html}, {@code pages/parts.html}, what all
 * pages say, and {@code assets}.
 *
 * <p>A page works without a script, loads nothing from elsewhere, and repeats no input unescaped.
 */
@ApplicationModule(
        displayName = "Pages",
        allowedDependencies = {"brand", "settings"})
@NullMarked
package dev.serdab.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
