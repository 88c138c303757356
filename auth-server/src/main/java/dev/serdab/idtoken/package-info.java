/**
 * What an ID token says: who signed in, when and how (OpenID Connect Core §2).
 *
 * <p>Start reading at {@link dev.serdab.idtoken.IdTokenMint}; {@link
 * dev.serdab.idtoken.IdTokenHints} reads them again at logout.
 */
@ApplicationModule(
        displayName = "ID tokens",
        allowedDependencies = {
            "account",
            "claim",
            "client",
            "grant",
            "session",
            "settings",
            "signingkey",
            "subject"
        })
@NullMarked
package dev.serdab.idtoken;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
