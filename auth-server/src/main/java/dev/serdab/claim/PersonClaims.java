package dev.serdab.claim;

import dev.serdab.account.Account;
import dev.serdab.account.Memberships;
import dev.serdab.claim.Attributes.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Claims about a person. One that is not known of somebody is left out, never empty. */
@Component
public class PersonClaims {

    private static final Set<StandardClaim> RIGHTS =
            EnumSet.of(StandardClaim.GROUPS, StandardClaim.PERMISSIONS);

    private final Memberships memberships;
    private final Attributes attributes;

    PersonClaims(Memberships memberships, Attributes attributes) {
        this.memberships = memberships;
        this.attributes = attributes;
    }

    /** All names there are, for discovery. */
    public static List<String> names() {
        return Arrays.stream(StandardClaim.values()).map(StandardClaim::claim).toList();
    }

    /** What userinfo shows: all that the scopes reveal, and what was asked for one by one. */
    public Map<String, Object> ofProfile(
            Account account, Set<String> scopes, Set<StandardClaim> further) {
        var wanted = StandardClaim.of(scopes);
        wanted.addAll(further);
        return of(account, wanted);
    }

    /**
     * What tokens carry: {@code groups} and {@code permissions}, each when its scope was granted.
     */
    public Map<String, Object> ofRights(Account account, Set<String> scopes) {
        var wanted = StandardClaim.of(scopes);
        wanted.retainAll(RIGHTS);
        return of(account, wanted);
    }

    /** These claims. */
    public Map<String, Object> of(Account account, Set<StandardClaim> wanted) {
        var rights = SingletonSupplier.of(() -> memberships.of(account));
        var stored = SingletonSupplier.of(() -> attributes.of(account.id()));
        var claims = new LinkedHashMap<String, Object>();
        for (var claim : StandardClaim.values()) {
            var value =
                    !wanted.contains(claim)
                            ? null
                            : switch (claim) {
                                case NAME -> account.name();
                                case EMAIL -> account.email().value();
                                case EMAIL_VERIFIED -> account.isEmailVerified();
                                case GROUPS -> List.copyOf(rights.obtain().groups());
                                case PERMISSIONS -> List.copyOf(rights.obtain().permissions());
                                default -> stored(claim, stored.obtain());
                            };
            if (value != null) {
                claims.put(claim.claim(), value);
            }
        }
        return claims;
    }

    private static @Nullable Object stored(StandardClaim claim, Stored stored) {
        return switch (claim) {
            case UPDATED_AT -> stored.updatedAt().getEpochSecond();
            case ADDRESS -> address(stored);
            case PHONE_NUMBER_VERIFIED ->
                    stored.values().containsKey(Attribute.PHONE_NUMBER)
                            ? "true".equals(stored.values().get(Attribute.PHONE_NUMBER_VERIFIED))
                            : null;
            default -> stored.values().get(Attribute.valueOf(claim.name()));
        };
    }

    /** OpenID Connect Core §5.1.1. */
    private static @Nullable Map<String, String> address(Stored stored) {
        var prefix = "address.";
        var address = new LinkedHashMap<String, String>();
        stored.values()
                .forEach((attribute, value) -> {
                    if (attribute.claim().startsWith(prefix)) {
                        address.put(attribute.claim().substring(prefix.length()), value);
                    }
                });
        return address.isEmpty() ? null : address;
    }
}
