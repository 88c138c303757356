/**
 * Apps that come by themselves, within what the operator allows to strangers: by registration (RFC
 * 7591, RFC 7592, OpenID Connect Dynamic Client Registration 1.0), or by a document that describes
 * them (draft-ietf-oauth-client-id-metadata-document).
 *
 * <p>Start reading at {@link dev.serdab.clientregistration.RegistrationEndpoint} and {@link
 * dev.serdab.clientregistration.RegistrationPolicy}, or at {@link
 * dev.serdab.clientregistration.MetadataDocuments}. Owns the tables {@code client_registration} and
 * {@code initial_access_token}, which keep tokens as SHA-256 only, and {@code client_document}.
 *
 * <p>What holds when a client is made holds when it is changed: both go through one policy and
 * {@link dev.serdab.client.Clients#check}. No registered client is ever deleted but by itself; one
 * with a document is when nobody allowed it anything.
 */
@ApplicationModule(
        displayName = "Client registration",
        allowedDependencies = {
            "cleanup",
            "client",
            "consent",
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
