package dev.serdab.client;

import dev.serdab.protocol.Parameters;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What metadata must be like, wherever it comes from: settings, or the app itself. */
public final class ClientRules {

    private static final Pattern CLIENT_ID = Pattern.compile("(?!\\d+$)[\\x21-\\x7e]{1,255}");

    /** What {@code /jwt/*} tokens name as their client. */
    private static final String ACCOUNT_API = "account-api";

    /** RFC 6749 §3.3. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,200}");

    private static final int MOST_URIS = 50;
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
            // A number is a person's "sub", and a client's own tokens have its name there.
            return new Checked.Bad(
                    "client_id", "must be 1 to 255 printable ASCII characters, not digits alone");
        }
        if (clientId.equals(ACCOUNT_API)) {
            return new Checked.Bad(
                    "client_id",
                    "is \"%s\", which means something else: write a name".formatted(clientId));
        }
        var methodName = or(said.tokenEndpointAuthMethod(), "client_secret_basic");
        var method = AuthenticationMethod.of(methodName).orElse(null);
        if (method == null) {
            return new Checked.Bad(
                    "token_endpoint_auth_method",
                    "is \"%s\": write one of %s"
                            .formatted(
                                    methodName, String.join(", ", AuthenticationMethod.names())));
        }
        var grants = EnumSet.noneOf(GrantType.class);
        for (var name : or(said.grantTypes(), List.of("authorization_code"))) {
            var type = GrantType.of(name).orElse(null);
            if (type == null) {
                return new Checked.Bad(
                        "grant_types",
                        "has \"%s\": write some of %s"
                                .formatted(name, String.join(", ", GrantType.names())));
            }
            grants.add(type);
        }
        boolean asks = grants.contains(GrantType.AUTHORIZATION_CODE);
        return switch (JwksReader.read(said, method, asks)) {
            case JwksReader.Reading.Bad(var field, var sentence) ->
                    new Checked.Bad(field, sentence);
            case JwksReader.Reading.Good(var keys) -> check(clientId, said, method, keys, grants);
        };
    }

    /** Whether a client may have this id. */
    static boolean isClientId(String text) {
        return CLIENT_ID.matcher(text).matches();
    }

    private static Checked check(
            String clientId,
            ClientMetadata said,
            AuthenticationMethod method,
            ClientKeys keys,
            Set<GrantType> grants) {
        var redirects = or(said.redirectUris(), List.<String>of());
        var logouts = or(said.postLogoutRedirectUris(), List.<String>of());
        var badUri =
                badUri("redirect_uris", redirects)
                        .or(() -> badUri("post_logout_redirect_uris", logouts))
                        .or(() -> LogoutRules.problem(said, redirects))
                        .or(() -> OpenIdPreferences.problem(said, redirects))
                        .or(() -> AboutRules.problem(said))
                        .or(() -> TrustedIssuer.problem(clientId, said, method));
        if (badUri.isPresent()) {
            return badUri.get();
        }
        boolean code = grants.contains(GrantType.AUTHORIZATION_CODE);
        boolean isForPeople = code || grants.contains(GrantType.DEVICE_CODE);
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
        var badExchange =
                ExchangeRules.problem(said, method, grants.contains(GrantType.TOKEN_EXCHANGE));
        if (badExchange.isPresent()) {
            return badExchange.get();
        }
        var scopes = Parameters.split(or(said.scope(), isForPeople ? DEFAULT_SCOPE : ""));
        for (var scope : scopes) {
            if (!SCOPE.matcher(scope).matches()) {
                return new Checked.Bad(
                        "scope",
                        "has \"%s\": write up to 200 printable ASCII characters without quotes and backslashes"
                                .formatted(scope));
            }
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
                        keys,
                        TrustedIssuer.of(said),
                        List.copyOf(redirects),
                        List.copyOf(logouts),
                        said.backchannelLogoutUri(),
                        said.frontchannelLogoutUri(),
                        grants,
                        scopes,
                        List.copyOf(or(said.audience(), List.of())),
                        requirePkce,
                        or(said.requirePushedAuthorizationRequests(), false),
                        or(said.requireConsent(), true),
                        OpenIdPreferences.of(said, redirects),
                        ExchangePolicy.of(said),
                        rotate,
                        or(said.statelessTokens(), false),
                        AboutRules.of(said),
                        false,
                        0));
    }

    private static Optional<Checked> badUri(String field, List<String> uris) {
        if (uris.size() > MOST_URIS) {
            return Optional.of(
                    new Checked.Bad(field, "has more than %d entries".formatted(MOST_URIS)));
        }
        for (var uri : uris) {
            var problem = WebUri.tooLong(uri).or(() -> RedirectUri.problem(uri));
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
