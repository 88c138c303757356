package dev.serdab.claim;

import com.nimbusds.jose.util.JSONObjectUtils;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the parameter {@code claims} asks for (OpenID Connect Core §5.5). Claims that nobody here
 * knows are ignored.
 *
 * @param idToken what shall stand in the ID token
 * @param userInfo what userinfo shall tell
 * @param subjects whom alone it may be about; {@code null}: anybody
 * @param essentialClasses of which {@code acr} one must be reached; empty: any will do
 */
public record ClaimsRequest(
        Set<StandardClaim> idToken,
        Set<StandardClaim> userInfo,
        @Nullable Set<String> subjects,
        Set<String> essentialClasses) {

    /** Nothing. */
    public static final ClaimsRequest NONE = new ClaimsRequest(Set.of(), Set.of(), null, Set.of());

    /** Reads the JSON; empty when it is not what §5.5 describes. */
    public static Optional<ClaimsRequest> parse(String json) {
        if (!json.strip().startsWith("{")) {
            return Optional.empty(); // The parser takes some lists for objects.
        }
        try {
            var request = JSONObjectUtils.parse(json);
            var idToken = member(request, "id_token");
            var userInfo = member(request, "userinfo");
            return Optional.of(
                    new ClaimsRequest(
                            known(idToken),
                            known(userInfo),
                            subjects(idToken, userInfo),
                            classes(idToken)));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** The scopes that would reveal all of it: whoever decides on one decides on its claims. */
    public Set<String> scopes() {
        return Stream.concat(idToken.stream(), userInfo.stream())
                .map(StandardClaim::scope)
                .collect(Collectors.toSet());
    }

    /** What is left of it where only these scopes are allowed. */
    public ClaimsRequest within(Set<String> scopes) {
        return new ClaimsRequest(
                within(idToken, scopes), within(userInfo, scopes), subjects, essentialClasses);
    }

    private static Set<StandardClaim> within(Set<StandardClaim> claims, Set<String> scopes) {
        return claims.stream()
                .filter(claim -> scopes.contains(claim.scope()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StandardClaim.class)));
    }

    /** Every claim is asked for with {@code null} or with an object of its own. */
    private static Map<String, Object> member(Map<String, Object> request, String name)
            throws ParseException {
        var member = request.get(name);
        if (member == null) {
            return Map.of();
        }
        var claims = JSONObjectUtils.getJSONObject(request, name);
        for (var wish : claims.values()) {
            if (wish != null && !(wish instanceof Map<?, ?>)) {
                throw new ParseException("a claim is asked for with something else", 0);
            }
        }
        return claims;
    }

    private static Set<StandardClaim> known(Map<String, Object> member) {
        return member.keySet().stream()
                .flatMap(name -> StandardClaim.of(name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StandardClaim.class)));
    }

    private static @Nullable Set<String> subjects(
            Map<String, Object> idToken, Map<String, Object> userInfo) {
        var one = values(idToken.get("sub"));
        var other = values(userInfo.get("sub"));
        if (one.isEmpty() || other.isEmpty()) {
            var only = one.isEmpty() ? other : one;
            return only.isEmpty() ? null : only;
        }
        one.retainAll(other);
        return one;
    }

    private static Set<String> classes(Map<String, Object> idToken) {
        var wish = idToken.get("acr");
        return wish instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("essential"))
                ? values(wish)
                : Set.of();
    }

    private static Set<String> values(@Nullable Object wish) {
        var values = new ArrayList<Object>();
        if (wish instanceof Map<?, ?> map) {
            if (map.get("value") != null) {
                values.add(map.get("value"));
            }
            if (map.get("values") instanceof List<?> several) {
                values.addAll(several);
            }
        }
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
