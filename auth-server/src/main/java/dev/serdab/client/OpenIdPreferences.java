package dev.serdab.client;

import dev.serdab.client.ClientRules.Checked;
import dev.serdab.signingkey.Algorithm;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client would like of OpenID Connect (Dynamic Client Registration 1.0 §2).
 *
 * @param sector for which its people have names of their own; {@code null}: they have the same
 *     everywhere
 * @param requireSignedRequest whether its authorization requests must be signed
 * @param userInfoAlgorithm how userinfo is signed; {@code null}: it is plain JSON
 */
public record OpenIdPreferences(
        @Nullable String sector,
        boolean requireSignedRequest,
        @Nullable Algorithm userInfoAlgorithm) {

    private static final String PAIRWISE = "pairwise";

    /** Names of how a person can be called, for discovery. */
    public static final List<String> SUBJECT_TYPES = List.of("public", PAIRWISE);

    /** The first thing wrong with it. */
    static Optional<Checked> problem(ClientMetadata said, List<String> redirectUris) {
        var type = said.subjectType();
        if (type != null && !SUBJECT_TYPES.contains(type)) {
            return bad("subject_type", "is \"%s\": write public or pairwise".formatted(type));
        }
        // A sector_identifier_uri would allow for several hosts; it is not offered.
        if (PAIRWISE.equals(type) && hosts(redirectUris).size() != 1) {
            return bad("subject_type", "is pairwise, which needs all redirect_uris at one host");
        }
        if (requiresSignedRequest(said) && said.jwks() == null) {
            return bad("require_signed_request_object", "is true, which needs jwks");
        }
        var algorithm = said.userinfoSignedResponseAlg();
        return algorithm != null && algorithm(algorithm) == null
                ? bad(
                        "userinfo_signed_response_alg",
                        "is \"%s\": write one of %s, or leave it out for plain JSON"
                                .formatted(algorithm, Arrays.toString(Algorithm.values())))
                : Optional.empty();
    }

    /** Of metadata without a problem. */
    static OpenIdPreferences of(ClientMetadata said, List<String> redirectUris) {
        var algorithm = said.userinfoSignedResponseAlg();
        return new OpenIdPreferences(
                PAIRWISE.equals(said.subjectType()) ? hosts(redirectUris).iterator().next() : null,
                requiresSignedRequest(said),
                algorithm == null ? null : algorithm(algorithm));
    }

    private static boolean requiresSignedRequest(ClientMetadata said) {
        return Boolean.TRUE.equals(said.requireSignedRequestObject());
    }

    private static Optional<Checked> bad(String field, String sentence) {
        return Optional.of(new Checked.Bad(field, sentence));
    }

    private static Set<String> hosts(List<String> redirectUris) {
        return redirectUris.stream()
                .map(uri -> Objects.requireNonNullElse(URI.create(uri).getHost(), uri))
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static @Nullable Algorithm algorithm(String name) {
        return Arrays.stream(Algorithm.values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
