package dev.serdab.discovery;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import dev.serdab.signingkey.SigningKeys;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The public halves of the signing keys (RFC 7517 §5). */
@RestController
class JwkSetEndpoint {

    private static final CacheControl CACHED =
            CacheControl.maxAge(SigningKeys.CACHED_FOR).cachePublic();

    private final SigningKeys keys;
    private volatile Written written = Written.of(List.of());

    /** What was last answered; keys change rarely. */
    private record Written(List<JWK> keys, String json) {

        static Written of(List<JWK> keys) {
            return new Written(keys, new JWKSet(keys).toString(true));
        }
    }

    JwkSetEndpoint(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/oauth2/jwks")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .cacheControl(CACHED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(written(keys.published()).json());
    }

    private Written written(List<JWK> published) {
        var last = written;
        if (last.keys().equals(published)) {
            return last;
        }
        var next = Written.of(published);
        written = next;
        return next;
    }
}
