/**
 * The apps: what each may do, and how it shows who it is.
 *
 * <p>Start reading at {@link dev.serdab.client.Clients}. Owns the tables {@code oauth_client},
 * {@code oauth_client_secret}, {@code oauth_client_origin}, {@code client_jwks} and {@code
 * used_client_assertion}.
 *
 * <p>Metadata has one vocabulary everywhere: RFC 7591's, plus {@code audience}, {@code
 * require_pkce}, {@code require_consent}, {@code resource}, {@code exchange_targets}, {@code
 * may_act}, {@code assertion_issuer}, {@code assertion_subject}, {@code rotate_refresh_tokens},
 * {@code stateless_tokens} and {@code localized}. Secrets are kept as SHA-256 only; they have at
 * least 32 characters, so there is no need for a slow hash.
 */
@ApplicationModule(
        displayName = "Clients",
        allowedDependencies = {
            "audit",
            "cleanup",
            "origin",
            "outbound",
            "protocol",
            "recent",
            "sealing",
            "settings",
            "signingkey",
            "sqltime"
        })
@NullMarked
package dev.serdab.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
