package dev.serdab.client;

import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Who a client is: by the one method it is registered for, and by one method at a time (RFC 6749
 * §2.3).
 */
@Component
public class ClientAuthenticator {

    private final Clients clients;
    private final ClientSecrets secrets;

    ClientAuthenticator(Clients clients, ClientSecrets secrets) {
        this.clients = clients;
        this.secrets = secrets;
    }

    /** What became of it. */
    public sealed interface Authentication {

        /** It is this client. */
        record Authenticated(Client client) implements Authentication {}

        /** It was not shown. */
        record Refused(ProtocolError error) implements Authentication {}
    }

    /** What a request says about its client. */
    private record Claim(String clientId, AuthenticationMethod method, @Nullable String secret) {}

    /**
     * Reads {@code Authorization: Basic}, or {@code client_id} and {@code client_secret} from the
     * body.
     */
    public Authentication authenticate(@Nullable String authorization, Parameters body) {
        if (body.repeated().isPresent()) {
            return refuse(ProtocolError.invalidRequest("A parameter came twice."));
        }
        if (authorization == null) {
            return byBody(body);
        }
        var claim = basic(authorization).orElse(null);
        if (claim == null) {
            return refuse(
                    ProtocolError.invalidClient("The Authorization header is not valid Basic."));
        }
        if (body.text("client_secret") != null || body.text("client_assertion") != null) {
            return refuse(
                    ProtocolError.invalidRequest("Use one way of client authentication, not two."));
        }
        if (body.get("client_id").filter(id -> !id.equals(claim.clientId())).isPresent()) {
            return refuse(
                    ProtocolError.invalidRequest(
                            "client_id is not that of the Authorization header."));
        }
        return verify(claim);
    }

    private Authentication byBody(Parameters body) {
        var clientId = body.text("client_id");
        if (clientId == null) {
            return refuse(ProtocolError.invalidClient("The client did not say who it is."));
        }
        var secret = body.text("client_secret");
        return verify(
                new Claim(
                        clientId,
                        secret == null
                                ? AuthenticationMethod.NONE
                                : AuthenticationMethod.CLIENT_SECRET_POST,
                        secret));
    }

    private Authentication verify(Claim claim) {
        var client = clients.find(claim.clientId()).orElse(null);
        if (client == null || client.method() != claim.method() || !knowsSecret(client, claim)) {
            return refuse(
                    ProtocolError.invalidClient(
                            "The client is unknown, its secret is wrong, or it is registered for another way"
                                    + " of authentication."));
        }
        return new Authentication.Authenticated(client);
    }

    private boolean knowsSecret(Client client, Claim claim) {
        return claim.secret() == null || secrets.has(client.clientId(), claim.secret());
    }

    /** Both parts are form-encoded before they are joined (RFC 6749 §2.3.1). */
    private static Optional<Claim> basic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            var decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
            var pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 1) {
                return Optional.empty();
            }
            return Optional.of(
                    new Claim(
                            URLDecoder.decode(pair.substring(0, colon), StandardCharsets.UTF_8),
                            AuthenticationMethod.CLIENT_SECRET_BASIC,
                            URLDecoder.decode(pair.substring(colon + 1), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Authentication refuse(ProtocolError error) {
        return new Authentication.Refused(error);
    }
}
