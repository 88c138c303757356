/**
 * The one way out: every address that this server calls because somebody named it. No such call
 * reaches a private network, follows a redirect, or takes longer or brings more than it may (ASVS
 * 5.0 1.3.6, RFC 7591 §5).
 *
 * <p>Start reading at {@link dev.serdab.outbound.Outbound}; which addresses may be called is
 * decided by {@link dev.serdab.outbound.AddressGuard} when a name is resolved, and the connection
 * goes to the very address that was judged.
 */
@ApplicationModule(
        displayName = "Outbound",
        allowedDependencies = {"settings"})
@NullMarked
package dev.serdab.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
