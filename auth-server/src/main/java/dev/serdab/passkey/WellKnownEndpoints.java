package dev.serdab.passkey;

import dev.serdab.settings.ServerSettings;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.Map;

/** Where password managers look for the pages that they lead people to. */
@RestController
class WellKnownEndpoints {

    private static final URI PASSWORD = URI.create("/account/password");

    private final ServerSettings server;

    WellKnownEndpoints(ServerSettings server) {
        this.server = server;
    }

    /** Where passkeys are made and looked after (Passkey Endpoints, W3C WebAppSec). */
    @GetMapping(
            path = "/.well-known/passkey-endpoints",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, URI> passkeys() {
        var page = server.at(PasskeysPage.PATH);
        return Map.of("enroll", page, "manage", page);
    }

    /** Where a password is changed (A Well-Known URL for Changing Passwords, W3C WebAppSec). */
    @GetMapping("/.well-known/change-password")
    ResponseEntity<Void> password() {
        return ResponseEntity.status(HttpStatus.FOUND).location(PASSWORD).build();
    }
}
