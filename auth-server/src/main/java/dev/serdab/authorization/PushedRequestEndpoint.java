package dev.serdab.authorization;

import dev.serdab.client.Client;
import dev.serdab.client.ClientAuthenticator;
import dev.serdab.client.ClientAuthenticator.Authentication;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/**
 * Takes an authorization request from its client itself, before a browser is involved (RFC 9126
 * §2). What is wrong with it is told here, by the same rules.
 */
@RestController
class PushedRequestEndpoint {

    private final ClientAuthenticator authenticator;
    private final RequestReader reader;
    private final PushedRequests pushedRequests;

    PushedRequestEndpoint(
            ClientAuthenticator authenticator,
            RequestReader reader,
            PushedRequests pushedRequests) {
        this.authenticator = authenticator;
        this.reader = reader;
        this.pushedRequests = pushedRequests;
    }

    @PostMapping("/oauth2/par")
    ResponseEntity<?> push(HttpServletRequest request) {
        var parameters = Parameters.ofBody(request);
        return switch (authenticator.authenticate(
                request.getHeader("Authorization"), parameters, request.getRemoteAddr())) {
            case Authentication.Refused(var error) -> error.response();
            case Authentication.Authenticated(var client) -> push(client, parameters);
        };
    }

    private ResponseEntity<?> push(Client client, Parameters parameters) {
        if (parameters.text("request_uri") != null) {
            return ProtocolError.invalidRequest("request_uri cannot be pushed.").response();
        }
        return switch (reader.readPushed(client, parameters)) {
            case Reading.Unanswerable unanswerable -> unanswerable.error().response();
            case Reading.Refused(_, var error) -> error.response();
            case Reading.Valid(var valid) ->
                    created(pushedRequests.push(client, valid.parameters()));
        };
    }

    private static ResponseEntity<?> created(String requestUri) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(
                        Map.of(
                                "request_uri",
                                requestUri,
                                "expires_in",
                                PushedRequests.LIFETIME.toSeconds()));
    }
}
