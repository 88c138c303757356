/**
 * What this server tells machines about itself: the discovery document at both well-known paths,
 * and the JWK Set. It announces what works, and nothing else.
 */
@ApplicationModule(
        displayName = "Discovery",
        allowedDependencies = {
            "authorization",
            "claim",
            "client",
            "clientregistration",
            "consent",
            "page",
            "session",
            "settings",
            "signingkey",
            "token"
        })
@NullMarked
package dev.serdab.discovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
