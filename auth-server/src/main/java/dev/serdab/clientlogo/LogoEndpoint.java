package dev.serdab.clientlogo;

import dev.serdab.client.Clients;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.time.Duration;

/** Shows apps' logos to the pages that ask for consent. */
@RestController
class LogoEndpoint {

    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Clients clients;
    private final ClientLogos logos;

    LogoEndpoint(Clients clients, ClientLogos logos) {
        this.clients = clients;
        this.logos = logos;
    }

    @GetMapping("/client-logo")
    ResponseEntity<byte[]> logo(@RequestParam("client_id") String clientId) {
        var picture =
                clients.find(clientId)
                        .flatMap(logos::find)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(CACHED)
                .contentType(MediaType.parseMediaType(picture.type()))
                .body(picture.bytes());
    }
}
