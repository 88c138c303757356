/**
 * Keys that stay good until one logs out: {@code /token/login/} and {@code Authorization: Token}.
 *
 * <p>Start reading at {@link dev.serdab.logintoken.LoginTokens}. Owns the table {@code
 * login_token}.
 *
 * <p>Only the hash of a key is kept, so every log-in has a key of its own, where Djoser hands out
 * the same one again.
 */
@ApplicationModule(
        displayName = "Log-in tokens",
        allowedDependencies = {
            "account",
            "accountapi",
            "cleanup",
            "credential",
            "knownbrowser",
            "limit",
            "origin",
            "sealing",
            "secondfactor",
            "session",
            "settings",
            "sqltime"
        })
@NullMarked
package dev.serdab.logintoken;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
