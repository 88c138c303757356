package dev.serdab.demo.doors;

import dev.serdab.demo.token.Trust;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;

/**
 * Tells clients what this API is called and where its tokens come from (RFC 9728 §3).
 *
 * <p>The name comes from the settings. Spring Security has such an endpoint too, but it believes
 * the {@code Host} header, answers below every path, and promises certificate-bound tokens.
 */
@RestController
class MetadataEndpoint {

    static final String PATH = "/.well-known/oauth-protected-resource";

    private static final List<String> SCOPES = List.of("notes.read", "notes.write");

    private final URI resource;
    private final ProtectedResource metadata;

    MetadataEndpoint(Trust trust) {
        this.resource = trust.resource();
        this.metadata =
                new ProtectedResource(
                        resource.toString(),
                        List.of(trust.issuer()),
                        SCOPES,
                        List.of("header"),
                        "Serdab demo API");
    }

    /** A resource whose address has a path has it behind the well-known one (RFC 9728 §3.1). */
    @GetMapping(PATH + "/{*path}")
    ResponseEntity<?> metadata(@PathVariable String path) {
        return path.equals(resourcePath())
                ? ResponseEntity.ok(metadata)
                : ResponseEntity.of(Problems.nothingHere()).build();
    }

    URI address() {
        return resource.resolve(PATH + resourcePath());
    }

    private String resourcePath() {
        return resource.getPath().equals("/") ? "" : resource.getPath();
    }

    record ProtectedResource(
            String resource,
            List<String> authorizationServers,
            List<String> scopesSupported,
            List<String> bearerMethodsSupported,
            String resourceName) {}
}
