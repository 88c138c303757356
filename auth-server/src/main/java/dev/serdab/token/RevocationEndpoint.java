package dev.serdab.token;

import dev.serdab.client.Client;
import dev.serdab.client.ClientAuthenticator;
import dev.serdab.client.ClientAuthenticator.Authentication;
import dev.serdab.grant.AccessTokens;
import dev.serdab.grant.Grants;
import dev.serdab.grant.RefreshTokens;
import dev.serdab.grant.RevokeReason;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A client gives a token back (RFC 7009). A refresh token takes its whole grant with it. A token
 * that is unknown, or another client's, is answered alike and stays as it is.
 */
@RestController
class RevocationEndpoint {

    private final ClientAuthenticator authenticator;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Grants grants;

    RevocationEndpoint(
            ClientAuthenticator authenticator,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Grants grants) {
        this.authenticator = authenticator;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.grants = grants;
    }

    @PostMapping("/oauth2/revoke")
    ResponseEntity<?> revoke(HttpServletRequest request) {
        var parameters = Parameters.ofBody(request);
        return switch (authenticator.authenticate(request.getHeader("Authorization"), parameters)) {
            case Authentication.Refused(var error) -> error.response();
            case Authentication.Authenticated(var client) -> {
                var token = parameters.text("token");
                if (token == null) {
                    yield ProtocolError.invalidRequest("token is missing.").response();
                }
                revoke(client, token);
                yield ResponseEntity.ok().build();
            }
        };
    }

    private void revoke(Client client, String value) {
        if (accessTokens.revoke(value, client.clientId())) {
            return;
        }
        refreshTokens
                .find(value)
                .filter(token -> token.isIssuedTo(client.clientId()))
                .ifPresent(token -> grants.revoke(token.grant(), RevokeReason.REVOKED_BY_CLIENT));
    }
}
