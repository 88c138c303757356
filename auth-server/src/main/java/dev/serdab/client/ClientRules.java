package dev.serdab.client;

import dev.serdab.protocol.Parameters;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What metadata must be like, wherever it comes from: settings today, registration later. */
public final class ClientRules {

    private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String DEFAULT_SCOPE = "openid profile email";

    private ClientRules() {}

    /** What became of checking metadata. */
    public sealed interface Checked {

        /** It is a client. */
        record Good(Client client) implements Checked {}

        /**
         * It is not.
         *
         * @param field in RFC 7591's spelling
         * @param sentence what is wrong and what to write
         */
        record Bad(String field, String sentence) implements Checked {}
    }

    /** Checks, with RFC 7591's defaults for what was not said. */
    public static Checked check(String clientId, ClientMetadata said) {
        if (!isClientId(clientId)) {
            return new Checked.Bad("client_id", "must be 1 to 255 printable ASCII characters");
        }
        var methodName = or(said.tokenEndpointAuthMethod(), "client_secret_basic");
        var method = AuthenticationMethod.of(methodName).orElse(null);
        if (method == null) {
            return new Checked.Bad(
                    "token_endpoint_auth_method",
                    "is \"%s\": write client_secret_basic, client_secret_post or none"
                            .formatted(methodName));
        }
        var grants = EnumSet.noneOf(GrantType.class);
        for (var name : or(said.grantTypes(), List.of("authorization_code"))) {
            var type = GrantType.of(name).orElse(null);
            if (type == null) {
                return new Checked.Bad(
                        "grant_types",
                        "has \"%s\": write authorization_code, refresh_token or client_credentials"
                                .formatted(name));
            }
            grants.add(type);
        }
        return check(clientId, said, method, grants);
    }

    /** Whether a client may have this id. */
    static boolean isClientId(String text) {
        return CLIENT_ID.matcher(text).matches();
    }

    private static Checked check(
            String clientId,
            ClientMetadata said,
            AuthenticationMethod method,
            Set<GrantType> grants) {
        var redirects = or(said.redirectUris(), List.<String>of());
        var logouts = or(said.postLogoutRedirectUris(), List.<String>of());
        var badUri =
                badUri("redirect_uris", redirects)
                        .or(() -> badUri("post_logout_redirect_uris", logouts));
        if (badUri.isPresent()) {
            return badUri.get();
        }
        boolean code = grants.contains(GrantType.AUTHORIZATION_CODE);
        boolean isPublic = method == AuthenticationMethod.NONE;
        if (code && redirects.isEmpty()) {
            return new Checked.Bad(
                    "redirect_uris", "is empty: authorization_code needs at least one");
        }
        if (isPublic && grants.contains(GrantType.CLIENT_CREDENTIALS)) {
            return new Checked.Bad(
                    "grant_types",
                    "has client_credentials, which a client without a secret cannot use");
        }
        boolean requirePkce = or(said.requirePkce(), true);
        if (isPublic && !requirePkce) {
            return new Checked.Bad(
                    "require_pkce", "is false, which only a client with a secret may have");
        }
        boolean rotate = or(said.rotateRefreshTokens(), true);
        if (isPublic && !rotate) {
            return new Checked.Bad(
                    "rotate_refresh_tokens",
                    "is false, which only a client with a secret may have");
        }
        return new Checked.Good(
                new Client(
                        clientId,
                        or(said.clientName(), clientId),
                        method,
                        List.copyOf(redirects),
                        List.copyOf(logouts),
                        grants,
                        Parameters.split(or(said.scope(), code ? DEFAULT_SCOPE : "")),
                        List.copyOf(or(said.audience(), List.of())),
                        requirePkce,
                        or(said.requireConsent(), true),
                        rotate,
                        or(said.statelessTokens(), false),
                        0));
    }

    private static Optional<Checked> badUri(String field, List<String> uris) {
        for (var uri : uris) {
            var problem = RedirectUri.problem(uri);
            if (problem.isPresent()) {
                return Optional.of(
                        new Checked.Bad(
                                field, "has \"%s\", which %s".formatted(uri, problem.get())));
            }
        }
        return Optional.empty();
    }

    private static <T> T or(@Nullable T said, T otherwise) {
        return said == null ? otherwise : said;
    }
}
