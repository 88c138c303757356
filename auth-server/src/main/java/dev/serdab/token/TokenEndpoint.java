package dev.serdab.token;

import dev.serdab.client.Client;
import dev.serdab.client.ClientAuthenticator;
import dev.serdab.client.ClientAuthenticator.Authentication;
import dev.serdab.client.GrantType;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.token.TokenGrant.Outcome.Exchanged;
import dev.serdab.token.TokenGrant.Outcome.Issued;
import dev.serdab.token.TokenGrant.Outcome.Refused;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The token endpoint (RFC 6749 §3.2). */
@RestController
class TokenEndpoint {

    private final ClientAuthenticator authenticator;
    private final Map<GrantType, TokenGrant> grants;

    TokenEndpoint(ClientAuthenticator authenticator, List<TokenGrant> grants) {
        this.authenticator = authenticator;
        this.grants =
                grants.stream().collect(Collectors.toMap(TokenGrant::type, Function.identity()));
    }

    @PostMapping("/oauth2/token")
    ResponseEntity<?> token(HttpServletRequest request) {
        var parameters = Parameters.ofBody(request);
        return switch (authenticator.authenticate(request.getHeader("Authorization"), parameters)) {
            case Authentication.Refused(var error) -> error.response();
            case Authentication.Authenticated(var client) -> answer(exchange(client, parameters));
        };
    }

    private TokenGrant.Outcome exchange(Client client, Parameters parameters) {
        var name = parameters.text("grant_type");
        if (name == null) {
            return new Refused(ProtocolError.invalidRequest("grant_type is missing."));
        }
        var grant = GrantType.of(name).map(grants::get).orElse(null);
        if (grant == null) {
            return new Refused(
                    new ProtocolError(
                            HttpStatus.BAD_REQUEST,
                            "unsupported_grant_type",
                            "This server does not know that grant_type."));
        }
        if (!client.mayUse(grant.type())) {
            return new Refused(
                    ProtocolError.unauthorizedClient(
                            "The client is not registered for this grant_type."));
        }
        return grant.exchange(client, parameters);
    }

    private static ResponseEntity<?> answer(TokenGrant.Outcome outcome) {
        return switch (outcome) {
            case Refused(var error) -> error.response();
            case Issued issued -> answer(members(issued));
            case Exchanged(var issued) -> {
                var members = members(issued);
                members.put("issued_token_type", ExchangeRequest.ACCESS_TOKEN);
                yield answer(members);
            }
        };
    }

    private static ResponseEntity<?> answer(Map<String, Object> members) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header("Pragma", "no-cache")
                .body(members);
    }

    private static Map<String, Object> members(Issued issued) {
        var members = new LinkedHashMap<String, Object>();
        members.put("access_token", issued.accessToken());
        members.put("token_type", "Bearer");
        members.put("expires_in", issued.expiresIn().toSeconds());
        members.put("scope", String.join(" ", issued.scopes()));
        if (issued.refreshToken() != null) {
            members.put("refresh_token", issued.refreshToken());
        }
        if (issued.idToken() != null) {
            members.put("id_token", issued.idToken());
        }
        return members;
    }
}
