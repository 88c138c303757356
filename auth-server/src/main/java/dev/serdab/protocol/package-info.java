/**
 * What the OAuth endpoints share: parameters that may come once, and errors in the shape of RFC
 * 6749 §5.2.
 *
 * <p>Start reading at {@link dev.serdab.protocol.Parameters}.
 */
@ApplicationModule(
        displayName = "Protocol",
        allowedDependencies = {})
@NullMarked
package dev.serdab.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
