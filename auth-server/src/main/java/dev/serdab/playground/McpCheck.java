package dev.serdab.playground;

import dev.serdab.clientregistration.RegistrationSettings;
import dev.serdab.playground.McpStep.Verdict;
import dev.serdab.settings.InDevelopment;
import dev.serdab.settings.ServerSettings;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Goes the way of an MCP client that knows nothing but the address of an MCP server (MCP
 * Authorization, RFC 9728, RFC 8414), and says at which step it ends.
 */
@Component
@InDevelopment
class McpCheck {

    private final McpFetcher fetcher;
    private final ServerSettings settings;
    private final RegistrationSettings registration;

    McpCheck(McpFetcher fetcher, ServerSettings settings, RegistrationSettings registration) {
        this.fetcher = fetcher;
        this.settings = settings;
        this.registration = registration;
    }

    /** The steps, the last of them bad if the way ends there. */
    List<McpStep> walk(URI server) {
        var steps = new ArrayList<McpStep>();
        var challenge = fetcher.challenge(server);
        steps.add(challenge.step());
        if (challenge.step().isBad()) {
            return steps;
        }
        var resource = fetcher.resource(server, challenge.address());
        steps.add(resource.step());
        if (resource.step().isBad()) {
            return steps;
        }
        var issuer = resource.json().path("authorization_servers").path(0).asString();
        var metadata = fetcher.authorizationServer(issuer);
        steps.add(metadata.step());
        if (!metadata.step().isBad()) {
            steps.add(registration(metadata.json()));
            steps.add(pkce(metadata.json()));
            steps.add(audience(resource.json(), issuer));
        }
        return steps;
    }

    private static McpStep registration(JsonNode metadata) {
        boolean documents = metadata.path("client_id_metadata_document_supported").asBoolean(false);
        var endpoint = metadata.path("registration_endpoint").asString("");
        if (documents) {
            return step("registration", Verdict.GOOD, "A client may be named by its document.");
        }
        return endpoint.isEmpty()
                ? step(
                        "registration",
                        Verdict.BAD,
                        "Nobody can come who was not registered by hand: there is neither"
                                + " client_id_metadata_document_supported nor registration_endpoint."
                                + " Here: serdab.client-metadata-documents.enabled or"
                                + " serdab.client-registration.mode=open.")
                : step(
                        "registration",
                        Verdict.GOOD,
                        "A client may register itself at %s, if that takes no token."
                                .formatted(endpoint));
    }

    private static McpStep pkce(JsonNode metadata) {
        return texts(metadata.path("code_challenge_methods_supported")).contains("S256")
                ? step("pkce", Verdict.GOOD, "code_challenge_methods_supported has S256.")
                : step(
                        "pkce",
                        Verdict.BAD,
                        "code_challenge_methods_supported has no S256: MCP clients refuse to go on.");
    }

    /** Only of this server it is known for which APIs a newcomer may have tokens. */
    private McpStep audience(JsonNode resource, String issuer) {
        var name = resource.path("resource").asString();
        if (!issuer.equals(settings.issuer())) {
            return step(
                    "audience",
                    Verdict.DOUBTFUL,
                    "Whether %s gives tokens for %s cannot be told from outside."
                            .formatted(issuer, name));
        }
        if (!registration.audience().contains(name)) {
            return step(
                    "audience",
                    Verdict.BAD,
                    "resource=%s is refused: serdab.client-registration.audience does not have it."
                            .formatted(name));
        }
        var missing =
                texts(resource.path("scopes_supported")).stream()
                        .filter(scope -> !registration.scopes().contains(scope))
                        .toList();
        return missing.isEmpty()
                ? step("audience", Verdict.GOOD, "Tokens are made for %s.".formatted(name))
                : step(
                        "audience",
                        Verdict.DOUBTFUL,
                        "Tokens are made for %s, but serdab.client-registration.scopes has no %s."
                                .formatted(name, String.join(", ", missing)));
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(text -> text.asString(""))
                .toList();
    }

    private static McpStep step(String name, Verdict verdict, String sentence) {
        return new McpStep(name, List.of(), verdict, sentence);
    }
}
