package dev.serdab.openapi;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Serves the document to whoever builds a client. */
@RestController
class ApiDocumentEndpoint {

    static final String PATH = "/account-api/openapi.yaml";

    /** RFC 9512 §2.1. */
    private static final MediaType YAML = new MediaType("application", "yaml");

    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final byte[] document;

    ApiDocumentEndpoint(ApiDocument document) {
        this.document = document.text().getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().cacheControl(CACHED).contentType(YAML).body(document);
    }
}
