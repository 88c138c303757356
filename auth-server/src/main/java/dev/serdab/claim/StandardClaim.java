package dev.serdab.claim;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What can be told about a person, and the scope that lets it be told (OpenID Connect Core §5.4).
 */
public enum StandardClaim {
    NAME("profile"),
    GIVEN_NAME("profile"),
    FAMILY_NAME("profile"),
    MIDDLE_NAME("profile"),
    NICKNAME("profile"),
    PREFERRED_USERNAME("profile"),
    PROFILE("profile"),
    PICTURE("profile"),
    WEBSITE("profile"),
    GENDER("profile"),
    BIRTHDATE("profile"),
    ZONEINFO("profile"),
    LOCALE("profile"),
    UPDATED_AT("profile"),
    EMAIL("email"),
    EMAIL_VERIFIED("email"),
    ADDRESS("address"),
    PHONE_NUMBER("phone"),
    PHONE_NUMBER_VERIFIED("phone"),
    GROUPS("groups"),
    PERMISSIONS("permissions");

    private final String scope;

    StandardClaim(String scope) {
        this.scope = scope;
    }

    /** The name in tokens and at userinfo. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope that reveals it. */
    public String scope() {
        return scope;
    }

    /** The claim of this name, if there is one. */
    public static Optional<StandardClaim> of(String claim) {
        return Arrays.stream(values()).filter(known -> known.claim().equals(claim)).findFirst();
    }

    /** All that these scopes reveal. */
    static Set<StandardClaim> of(Set<String> scopes) {
        var claims = EnumSet.noneOf(StandardClaim.class);
        Arrays.stream(values()).filter(claim -> scopes.contains(claim.scope)).forEach(claims::add);
        return claims;
    }
}
