package dev.serdab.claim;

import dev.serdab.account.Account;
import dev.serdab.account.Memberships;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Claims about a person, by scope. */
@Component
public class PersonClaims {

    private final Memberships memberships;

    PersonClaims(Memberships memberships) {
        this.memberships = memberships;
    }

    /** All names there are, for discovery. */
    public static List<String> names() {
        return List.of("sub", "name", "email", "email_verified", "groups", "permissions");
    }

    /** What userinfo shows: {@code profile}, {@code email} and the rights. */
    public Map<String, Object> ofProfile(Account account, Set<String> scopes) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", account.id().toString());
        if (scopes.contains("profile")) {
            claims.put("name", account.name());
        }
        if (scopes.contains("email")) {
            claims.put("email", account.email().value());
            claims.put("email_verified", account.isEmailVerified());
        }
        claims.putAll(ofRights(account, scopes));
        return claims;
    }

    /**
     * What tokens carry: {@code groups} and {@code permissions}, each when its scope was granted.
     */
    public Map<String, Object> ofRights(Account account, Set<String> scopes) {
        var claims = new LinkedHashMap<String, Object>();
        if (scopes.contains("groups") || scopes.contains("permissions")) {
            var rights = memberships.of(account);
            if (scopes.contains("groups")) {
                claims.put("groups", List.copyOf(rights.groups()));
            }
            if (scopes.contains("permissions")) {
                claims.put("permissions", List.copyOf(rights.permissions()));
            }
        }
        return claims;
    }
}
