package dev.serdab.grant;

import dev.serdab.claim.StandardClaim;
import dev.serdab.protocol.Parameters;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was granted beside scopes.
 *
 * @param resources the APIs its tokens are for (RFC 8707 §2); none: all that the client is
 *     registered for
 * @param idTokenClaims what was named one by one for ID tokens (OpenID Connect Core §5.5)
 * @param userInfoClaims what was named one by one for userinfo
 */
public record GrantDetails(
        Set<String> resources,
        Set<StandardClaim> idTokenClaims,
        Set<StandardClaim> userInfoClaims) {

    static String format(Set<StandardClaim> claims) {
        return claims.stream().map(StandardClaim::claim).collect(Collectors.joining(" "));
    }

    static Set<StandardClaim> parse(String column) {
        var claims = EnumSet.noneOf(StandardClaim.class);
        Parameters.split(column).forEach(name -> StandardClaim.of(name).ifPresent(claims::add));
        return claims;
    }
}
