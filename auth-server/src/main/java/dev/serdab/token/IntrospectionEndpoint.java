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
import dev.serdab.subject.Subjects;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a token is alive (RFC 7662). Only clients that can show who they are may ask; of a
 * refresh token only its own client.
 */
@RestController
class IntrospectionEndpoint {

    /** What it answers of an access token's own claims. */
    private static final List<String> CLAIMS = List.of("sub", "aud", "jti", "act", "may_act");

    private final ClientAuthenticator authenticator;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Subjects subjects;
    private final IntrospectionAnswers answers;
    private final String issuer;
    private final Clock clock;

    IntrospectionEndpoint(
            ClientAuthenticator authenticator,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Subjects subjects,
            IntrospectionAnswers answers,
            ServerSettings settings,
            Clock clock) {
        this.authenticator = authenticator;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.subjects = subjects;
        this.answers = answers;
        this.issuer = settings.issuer();
        this.clock = clock;
    }

    @PostMapping("/oauth2/introspect")
    ResponseEntity<?> introspect(HttpServletRequest request) {
        var parameters = Parameters.ofBody(request);
        return switch (authenticator.authenticate(request.getHeader("Authorization"), parameters)) {
            case Authentication.Refused(var error) -> error.response();
            case Authentication.Authenticated(var client) ->
                    answer(client, parameters.text("token"), request.getHeader("Accept"));
        };
    }

    private ResponseEntity<?> answer(
            Client client, @Nullable String token, @Nullable String accept) {
        if (client.isPublic()) {
            return ProtocolError.invalidClient("A client without a secret or a key may not ask.")
                    .response();
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
        return answers.of(client, members, accept);
    }

    private Map<String, Object> members(AccessToken token) {
        var members = new LinkedHashMap<String, Object>();
        members.put("active", true);
        members.put("iss", issuer);
        for (var name : CLAIMS) {
            if (token.claims().containsKey(name)) {
                members.put(name, token.claims().get(name));
            }
        }
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
                .map(token -> members(client, token));
    }

    private Map<String, Object> members(Client client, RefreshToken token) {
        var members = new LinkedHashMap<String, Object>();
        members.put("active", true);
        members.put("iss", issuer);
        members.put("sub", subjects.of(client, token.grant().account().id()));
        members.put("client_id", token.grant().clientId());
        members.put("scope", String.join(" ", token.grant().scopes()));
        members.put("exp", token.expiresAt().getEpochSecond());
        return members;
    }
}
