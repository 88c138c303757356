/**
 * Signing in with a password.
 *
 * <p>Start reading at {@link dev.serdab.signin.SignInPage}.
 */
@ApplicationModule(
        displayName = "Sign-in",
        allowedDependencies = {
            "account",
            "authorization",
            "client",
            "credential",
            "device",
            "knownbrowser",
            "limit",
            "page",
            "passwordhash",
            "session"
        })
@NullMarked
package dev.serdab.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
