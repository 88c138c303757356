/**
 * What an operator may set, and how a wrong setting is answered: the start stops with one sentence
 * that names the property and says what to write.
 *
 * <p>Start reading at {@link dev.serdab.settings.ServerSettings}. Every other package keeps its own
 * settings in a record of its own and throws {@link dev.serdab.settings.WrongSetting} from its
 * constructor.
 */
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {})
@NullMarked
package dev.serdab.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
