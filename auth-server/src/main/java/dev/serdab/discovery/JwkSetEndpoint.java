package dev.serdab.discovery;

import dev.serdab.signingkey.SigningKeys;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public halves of the signing keys (RFC 7517 §5). */
@RestController
class JwkSetEndpoint {

    private static final CacheControl CACHED =
            CacheControl.maxAge(SigningKeys.CACHED_FOR).cachePublic();

    private final SigningKeys keys;

    JwkSetEndpoint(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/oauth2/jwks")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .cacheControl(CACHED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(keys.published().toString(true));
    }
}
