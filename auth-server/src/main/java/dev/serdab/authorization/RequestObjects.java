package dev.serdab.authorization;

import com.nimbusds.jose.util.JSONObjectUtils;

import dev.serdab.client.Client;
import dev.serdab.client.ClientJwt;
import dev.serdab.client.ClientSignatures;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.settings.ServerSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Signed requests (RFC 9101). Where a request has one, it counts alone: what stands beside it could
 * have been changed on the way, and is ignored (§6.3).
 */
@Component
class RequestObjects {

    /** What the JWT says about itself and not about the request. */
    private static final Set<String> OWN = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

    private final ClientSignatures signatures;
    private final String issuer;
    private final Clock clock;

    RequestObjects(ClientSignatures signatures, ServerSettings settings, Clock clock) {
        this.signatures = signatures;
        this.issuer = settings.issuer();
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Opened {

        /** This is what is asked for. */
        record Good(Parameters parameters) implements Opened {}

        /** It is not to be believed. */
        record Bad(ProtocolError error) implements Opened {}
    }

    /** Opens the request object, if there is one. */
    Opened open(Client client, Parameters outer) {
        var text = outer.text("request");
        if (outer.text("request_uri") != null) {
            return bad(
                    "request_uri_not_supported",
                    "Beside pushed requests only request is offered, not request_uri.");
        }
        if (text == null) {
            return client.openId().requireSignedRequest()
                    ? bad("invalid_request", "This client is registered for signed requests only.")
                    : new Opened.Good(outer);
        }
        if (outer.repeated(Set.of()).filter("request"::equals).isPresent()) {
            return bad("invalid_request", "request came twice.");
        }
        var jwt = ClientJwt.parse(text).orElse(null);
        if (jwt == null) {
            return bad("The request object is not a signed JWT.");
        }
        if (!signatures.isBy(client, jwt)) {
            return bad("No key of the client signed the request object.");
        }
        return problem(client, jwt).map(RequestObjects::bad).orElseGet(() -> read(client, jwt));
    }

    private Optional<String> problem(Client client, ClientJwt jwt) {
        if (!jwt.isOfType("oauth-authz-req+jwt")) {
            return Optional.of("typ of the request object must be oauth-authz-req+jwt.");
        }
        // A client signs other JWTs with the same key: this keeps an assertion from passing
        // (§10.8).
        if (!jwt.text("iss").equals(client.clientId())
                || jwt.text("sub").equals(client.clientId())) {
            return Optional.of("iss of the request object must be the client_id, and sub not.");
        }
        if (!jwt.isFor(issuer)) {
            return Optional.of("aud of the request object must have the issuer: " + issuer);
        }
        if (jwt.claims().containsKey("request") || jwt.claims().containsKey("request_uri")) {
            return Optional.of("A request object has no other in it.");
        }
        return jwt.isGoodAt(clock.instant())
                ? Optional.empty()
                : Optional.of("exp of the request object is past, or nbf or iat lies ahead.");
    }

    private static Opened read(Client client, ClientJwt jwt) {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put("client_id", List.of(client.clientId()));
        for (var claim : jwt.claims().entrySet()) {
            if (OWN.contains(claim.getKey())) {
                continue;
            }
            var values = values(claim.getKey(), claim.getValue());
            if (values == null) {
                if (PendingRequests.KNOWN.contains(claim.getKey())) {
                    return bad("A member of the request object is not of the kind it should be.");
                }
                continue;
            }
            if (claim.getKey().equals("client_id") && !values.equals(parameters.get("client_id"))) {
                return bad("client_id in the request object is another one.");
            }
            parameters.put(claim.getKey(), values);
        }
        return new Opened.Good(Parameters.of(parameters));
    }

    /** Numbers and {@code claims} have JSON forms of their own; {@code resource} may be a list. */
    @SuppressWarnings("unchecked") // a JSON object has texts for names
    private static @Nullable List<String> values(String name, @Nullable Object value) {
        return switch (value) {
            case String text -> List.of(text);
            case Number number -> List.of(number.toString());
            case Boolean truth -> List.of(truth.toString());
            case Map<?, ?> object ->
                    List.of(JSONObjectUtils.toJSONString((Map<String, Object>) object));
            case List<?> several
                    when RequestReader.SEVERAL.contains(name)
                            && several.stream().allMatch(String.class::isInstance) ->
                    several.stream().map(String.class::cast).toList();
            case null, default -> null;
        };
    }

    private static Opened bad(String description) {
        return bad("invalid_request_object", description);
    }

    private static Opened bad(String code, String description) {
        return new Opened.Bad(new ProtocolError(HttpStatus.BAD_REQUEST, code, description));
    }
}
