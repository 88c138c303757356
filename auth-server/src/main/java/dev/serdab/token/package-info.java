/**
 * The endpoints that clients call for and about tokens: token, introspection, revocation.
 *
 * <p>Start reading at {@link dev.serdab.token.TokenEndpoint}; each grant type is a class of its own
 * that reads like its section of RFC 6749.
 */
@ApplicationModule(
        displayName = "Token endpoints",
        allowedDependencies = {
            "accesstoken",
            "account",
            "client",
            "consent",
            "device",
            "grant",
            "idtoken",
            "protocol",
            "sealing",
            "settings",
            "signingkey",
            "subject"
        })
@NullMarked
package dev.serdab.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
