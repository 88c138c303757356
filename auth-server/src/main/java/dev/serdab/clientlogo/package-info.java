/**
 * The pictures of apps. A browser that signs in somewhere tells nobody else about it: a logo is
 * fetched once, by this server, and shown from here.
 *
 * <p>Start reading at {@link dev.serdab.clientlogo.ClientLogos}. Owns the table {@code
 * client_logo}.
 */
@ApplicationModule(
        displayName = "Client logos",
        allowedDependencies = {"client", "outbound", "protocol", "sqltime"})
@NullMarked
package dev.serdab.clientlogo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
