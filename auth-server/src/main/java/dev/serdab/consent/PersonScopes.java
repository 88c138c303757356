package dev.serdab.consent;

import java.util.Set;

/** Scopes that speak of a person: a client cannot have them for itself. */
public final class PersonScopes {

    /** All of them. */
    public static final Set<String> ALL =
            Set.of(
                    "openid",
                    "profile",
                    "email",
                    "address",
                    "phone",
                    "offline_access",
                    "account",
                    "groups",
                    "permissions");

    private PersonScopes() {}
}
