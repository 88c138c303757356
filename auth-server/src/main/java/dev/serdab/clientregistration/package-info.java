/**
 * Apps that come by themselves: registration and what follows it (RFC 7591, RFC 7592, OpenID
 * Connect Dynamic Client Registration 1.0), within what the operator allows to strangers.
 *
 * <p>Start reading at {@link dev.serdab.clientregistration.RegistrationEndpoint} and {@link
 * dev.serdab.clientregistration.RegistrationPolicy}. Owns the tables {@code client_registration}
 * and {@code initial_access_token}, which keep tokens as SHA-256 only.
 *
 * <p>What holds when a client is made holds when it is changed: both go through one policy and
 * {@link dev.serdab.client.Clients#check}. No registered client is ever deleted but by itself.
 */
@ApplicationModule(
        displayName = "Client registration",
        allowedDependencies = {
            "cleanup",
            "client",
            "limit",
            "outbound",
            "protocol",
            "sealing",
            "settings",
            "sqltime"
        })
@NullMarked
package dev.serdab.clientregistration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
