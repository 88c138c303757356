package dev.serdab.clientregistration;

import dev.serdab.client.ClientMetadata;
import dev.serdab.outbound.Outbound;
import dev.serdab.outbound.Reply;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks that whoever owns a sector counts the app among it: the document at {@code
 * sector_identifier_uri} must list all its redirect URIs (OpenID Connect Registration §5).
 */
@Component
class SectorDocuments {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_BYTES = 64 * 1024;

    private final Outbound outbound;

    SectorDocuments(Outbound outbound) {
        this.outbound = outbound;
    }

    /** What is wrong with it; nothing if there is none. */
    Optional<String> problem(ClientMetadata metadata) {
        var uri = metadata.sectorIdentifierUri();
        if (uri == null) {
            return Optional.empty();
        }
        var listed = fetch(uri);
        if (listed.isEmpty()) {
            return Optional.of("sector_identifier_uri does not answer with a JSON array of URIs.");
        }
        return Objects.requireNonNullElse(metadata.redirectUris(), List.<String>of()).stream()
                .filter(redirect -> !listed.get().contains(redirect))
                .findFirst()
                .map(redirect ->
                        "sector_identifier_uri does not list \"%s\", which redirect_uris has"
                                .formatted(redirect));
    }

    private Optional<List<String>> fetch(String uri) {
        if (!(outbound.get(URI.create(uri), "application/json", MOST_BYTES)
                        instanceof Reply.Answered answer)
                || !answer.isGood()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    JSON.readValue(
                            new String(answer.body(), StandardCharsets.UTF_8),
                            new TypeReference<List<String>>() {}));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
