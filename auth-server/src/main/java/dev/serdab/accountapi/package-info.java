/**
 * What every endpoint of the account API shares: paths, who is asking, reading bodies, and errors
 * in the shape of Django REST framework.
 *
 * <p>A feature publishes one {@link dev.serdab.accountapi.AccountEndpoints} bean and needs nothing
 * else. {@link dev.serdab.accountapi.Pipeline} shows the order in which a request is checked.
 *
 * <p>A front end written for Djoser does not notice the change: status, headers and bodies are
 * those that a live Djoser was seen to send.
 */
@ApplicationModule(
        displayName = "Account API",
        allowedDependencies = {
            "account",
            "audit",
            "credential",
            "limit",
            "origin",
            "passwordhash",
            "settings"
        })
@NullMarked
package dev.serdab.accountapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
