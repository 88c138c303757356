package dev.serdab.client;

import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** What a request brings to show who its client is: one thing, never two (RFC 6749 §2.3). */
sealed interface ClientCredential {

    /** The name of a client, and its secret by one of two ways. */
    record Secret(String clientId, AuthenticationMethod method, String secret)
            implements ClientCredential {}

    /**
     * A signed JWT.
     *
     * @param clientId what the request says beside it, if anything
     */
    record Assertion(@Nullable String clientId, String jwt) implements ClientCredential {}

    /** The name of a client, and nothing to show. */
    record NameOnly(String clientId) implements ClientCredential {}

    /** None of these. */
    record Unreadable(ProtocolError error) implements ClientCredential {}

    /** How an assertion says what it is (RFC 7523 §2.2). */
    String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    static ClientCredential of(@Nullable String authorization, Parameters body) {
        var secret = body.text("client_secret");
        var assertion = body.text("client_assertion");
        if (Stream.of(authorization, secret, assertion).filter(shown -> shown != null).count()
                > 1) {
            return new Unreadable(
                    ProtocolError.invalidRequest("Use one way of client authentication, not two."));
        }
        var clientId = body.text("client_id");
        if (authorization != null) {
            return basic(authorization, clientId);
        }
        if (assertion != null || body.text("client_assertion_type") != null) {
            return assertion(clientId, assertion, body.text("client_assertion_type"));
        }
        if (clientId == null) {
            return new Unreadable(ProtocolError.invalidClient("The client did not say who it is."));
        }
        return secret == null
                ? new NameOnly(clientId)
                : new Secret(clientId, AuthenticationMethod.CLIENT_SECRET_POST, secret);
    }

    private static ClientCredential assertion(
            @Nullable String clientId, @Nullable String jwt, @Nullable String type) {
        if (jwt == null || type == null) {
            return new Unreadable(
                    ProtocolError.invalidRequest(
                            "client_assertion and client_assertion_type go together."));
        }
        return type.equals(ASSERTION_TYPE)
                ? new Assertion(clientId, jwt)
                : new Unreadable(
                        ProtocolError.invalidClient("This client_assertion_type is not offered."));
    }

    /** Both parts are form-encoded before they are joined (RFC 6749 §2.3.1). */
    private static ClientCredential basic(String authorization, @Nullable String inBody) {
        var unreadable =
                new Unreadable(
                        ProtocolError.invalidClient(
                                "The Authorization header is not valid Basic."));
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return unreadable;
        }
        try {
            var decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
            var pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 1) {
                return unreadable;
            }
            var clientId = URLDecoder.decode(pair.substring(0, colon), StandardCharsets.UTF_8);
            if (inBody != null && !inBody.equals(clientId)) {
                return new Unreadable(
                        ProtocolError.invalidRequest(
                                "client_id is not that of the Authorization header."));
            }
            return new Secret(
                    clientId,
                    AuthenticationMethod.CLIENT_SECRET_BASIC,
                    URLDecoder.decode(pair.substring(colon + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return unreadable;
        }
    }
}
