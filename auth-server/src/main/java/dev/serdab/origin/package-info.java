/**
 * Which web pages may call this server from a browser (CORS).
 *
 * <p>Start reading at {@link dev.serdab.origin.AllowedOrigins}. A door asks all of them; a feature
 * that knows more origins publishes one more bean.
 */
@ApplicationModule(
        displayName = "Origins",
        allowedDependencies = {})
@NullMarked
package dev.serdab.origin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
