/** What an app may know about the person it acts for (OpenID Connect Core §5.3). */
@ApplicationModule(
        displayName = "Userinfo",
        allowedDependencies = {
            "account",
            "claim",
            "client",
            "grant",
            "protocol",
            "settings",
            "signingkey",
            "subject"
        })
@NullMarked
package dev.serdab.userinfo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
