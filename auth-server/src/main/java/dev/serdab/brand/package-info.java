/**
 * Whose server this is, as people see it: a name, a logo, a colour.
 *
 * <p>Start reading at {@link dev.serdab.brand.Brand}.
 *
 * <p>Whatever colour an operator chooses, words stay readable: where it would be too pale or too
 * dark, a shade of it stands in.
 */
@ApplicationModule(
        displayName = "Brand",
        allowedDependencies = {"settings"})
@NullMarked
package dev.serdab.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
