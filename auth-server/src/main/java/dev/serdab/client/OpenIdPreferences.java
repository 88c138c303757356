package dev.serdab.client;

import dev.serdab.client.ClientRules.Checked;
import dev.serdab.signingkey.Algorithm;

import org.jspecify.annotations.Nullable;

import java.net.URI;
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
 * @param idTokenAlgorithm how its ID tokens are signed
 * @param requireSignedRequest whether its authorization requests must be signed
 * @param userInfoAlgorithm how userinfo is signed; {@code null}: it is plain JSON
 */
public record OpenIdPreferences(
        @Nullable String sector,
        Algorithm idTokenAlgorithm,
        boolean requireSignedRequest,
        @Nullable Algorithm userInfoAlgorithm) {

    private static final String PAIRWISE = "pairwise";
    private static final String SECTOR = "sector_identifier_uri";
    private static final String ID_TOKEN = "id_token_signed_response_alg";
    private static final String USERINFO = "userinfo_signed_response_alg";

    /** Names of how a person can be called, for discovery. */
    public static final List<String> SUBJECT_TYPES = List.of("public", PAIRWISE);

    /** The first thing wrong with it. */
    static Optional<Checked> problem(ClientMetadata said, List<String> redirectUris) {
        var type = said.subjectType();
        if (type != null && !SUBJECT_TYPES.contains(type)) {
            return bad("subject_type", "is \"%s\": write public or pairwise".formatted(type));
        }
        var sectorUri = said.sectorIdentifierUri();
        var badSector = WebUri.problem(SECTOR, sectorUri);
        if (badSector.isPresent()) {
            return badSector;
        }
        if (PAIRWISE.equals(type) && sectorUri == null && hosts(redirectUris).size() != 1) {
            return bad(
                    "subject_type",
                    "is pairwise, which needs all redirect_uris at one host, or sector_identifier_uri");
        }
        if (requiresSignedRequest(said) && said.jwks() == null && said.jwksUri() == null) {
            return bad("require_signed_request_object", "is true, which needs jwks or jwks_uri");
        }
        return algorithmProblem(ID_TOKEN, said.idTokenSignedResponseAlg())
                .or(() -> algorithmProblem(USERINFO, said.userinfoSignedResponseAlg()));
    }

    /** An algorithm that it wants and that is not among these. */
    Optional<Checked> missing(List<Algorithm> offered) {
        if (!offered.contains(idTokenAlgorithm)) {
            return unknown(ID_TOKEN, idTokenAlgorithm.jose(), offered);
        }
        return userInfoAlgorithm == null || offered.contains(userInfoAlgorithm)
                ? Optional.empty()
                : unknown(USERINFO, userInfoAlgorithm.jose(), offered);
    }

    /** Of metadata without a problem. */
    static OpenIdPreferences of(ClientMetadata said, List<String> redirectUris) {
        var idToken = said.idTokenSignedResponseAlg();
        var userInfo = said.userinfoSignedResponseAlg();
        return new OpenIdPreferences(
                PAIRWISE.equals(said.subjectType()) ? sector(said, redirectUris) : null,
                idToken == null ? Algorithm.RS256 : Algorithm.of(idToken).orElseThrow(),
                requiresSignedRequest(said),
                userInfo == null ? null : Algorithm.of(userInfo).orElseThrow());
    }

    private static String sector(ClientMetadata said, List<String> redirectUris) {
        var uri = said.sectorIdentifierUri();
        return hosts(uri == null ? redirectUris : List.of(uri)).iterator().next();
    }

    private static boolean requiresSignedRequest(ClientMetadata said) {
        return Boolean.TRUE.equals(said.requireSignedRequestObject());
    }

    private static Optional<Checked> bad(String field, String sentence) {
        return Optional.of(new Checked.Bad(field, sentence));
    }

    private static Set<String> hosts(List<String> redirectUris) {
        return redirectUris.stream()
                .map(OpenIdPreferences::place)
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Behind a scheme of its own an app may write any host. */
    private static String place(String uri) {
        var parsed = URI.create(uri);
        return RedirectUri.isWeb(parsed)
                ? Objects.requireNonNullElse(parsed.getHost(), uri)
                : parsed.getScheme() + ":";
    }

    private static Optional<Checked> algorithmProblem(String field, @Nullable String said) {
        return said == null || Algorithm.of(said).isPresent()
                ? Optional.empty()
                : unknown(field, said, List.of(Algorithm.values()));
    }

    private static Optional<Checked> unknown(String field, String said, List<Algorithm> known) {
        return bad(
                field,
                "is \"%s\": write one of %s"
                        .formatted(
                                said,
                                known.stream()
                                        .map(Algorithm::jose)
                                        .collect(Collectors.joining(", "))));
    }
}
