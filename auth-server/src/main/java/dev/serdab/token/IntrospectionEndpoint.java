package dev.serdab.token;

import dev.serdab.client.Client;
import dev.serdab.client.ClientAuthenticator;
import dev.serdab.client.ClientAuthenticator.Authentication;
import dev.serdab.grant.AccessToken;
import dev.serdab.grant.AccessTokens;
import dev.serdab.grant.RefreshToken;
import dev.serdab.grant.RefreshTokens;
import dev.serdab.grant.TokenStatus;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.settings.ServerSettings;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a token is alive (RFC 7662). Only clients with a secret may ask; of a refresh token only
 * its own client.
 */
@RestController
class IntrospectionEndpoint {

    private final ClientAuthenticator authenticator;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final String issuer;
    private final Clock clock;

    IntrospectionEndpoint(
            ClientAuthenticator authenticator,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            ServerSettings settings,
            Clock clock) {
        this.authenticator = authenticator;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.issuer = settings.issuer();
        this.clock = clock;
    }

    @PostMapping("/oauth2/introspect")
    ResponseEntity<?> introspect(HttpServletRequest request) {
        var parameters = Parameters.ofBody(request);
        return switch (authenticator.authenticate(request.getHeader("Authorization"), parameters)) {
            case Authentication.Refused(var error) -> error.response();
            case Authentication.Authenticated(var client) ->
                    answer(client, parameters.text("token"));
        };
    }

    private ResponseEntity<?> answer(
            Client client, @org.jspecify.annotations.Nullable String token) {
        if (client.isPublic()) {
            return ProtocolError.invalidClient("Only a client with a secret may ask.").response();
        }
        if (token == null) {
            return ProtocolError.invalidRequest("token is missing.").response();
        }
        var members =
                accessTokens
                        .find(token)
                        .map(this::members)
                        .or(() -> ownRefreshToken(client, token))
                        .orElseGet(() -> Map.of("active", false));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(members);
    }

    private Map<String, Object> members(AccessToken token) {
        var members = new LinkedHashMap<String, Object>();
        members.put("active", true);
        members.put("iss", issuer);
        members.put("sub", token.subject());
        members.put("aud", token.claims().get("aud"));
        members.put("jti", token.claims().get("jti"));
        members.put("client_id", token.clientId());
        members.put("token_type", "Bearer");
        members.put("scope", String.join(" ", token.scopes()));
        members.put("iat", token.issuedAt().getEpochSecond());
        members.put("exp", token.expiresAt().getEpochSecond());
        return members;
    }

    private Optional<Map<String, Object>> ownRefreshToken(Client client, String value) {
        return refreshTokens
                .find(value)
                .filter(token -> token.isIssuedTo(client.clientId()))
                .filter(token -> token.status() == TokenStatus.ACTIVE && token.grant().isAlive())
                .filter(token -> !token.isExpiredAt(clock.instant()))
                .map(this::members);
    }

    private Map<String, Object> members(RefreshToken token) {
        var members = new LinkedHashMap<String, Object>();
        members.put("active", true);
        members.put("iss", issuer);
        members.put("sub", token.grant().account().id().toString());
        members.put("client_id", token.grant().clientId());
        members.put("scope", String.join(" ", token.grant().scopes()));
        members.put("exp", token.expiresAt().getEpochSecond());
        return members;
    }
}
