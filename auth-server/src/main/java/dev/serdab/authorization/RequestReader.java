package dev.serdab.authorization;

import dev.serdab.accesstoken.Audiences;
import dev.serdab.authorization.Reading.Refused;
import dev.serdab.authorization.Reading.Unanswerable;
import dev.serdab.authorization.Reading.Valid;
import dev.serdab.claim.ClaimsRequest;
import dev.serdab.client.Client;
import dev.serdab.client.Clients;
import dev.serdab.idtoken.IdTokenHints;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and checks authorization requests: first whom to answer, then everything else. */
@Component
class RequestReader {

    private static final String TWICE = "sent more than once";
    private static final String MISSING = "missing";

    /** What may come as often as one likes (RFC 8707 §2). */
    static final Set<String> SEVERAL = Set.of("resource");

    private static final Pattern WEB = Pattern.compile("https?://");

    /** What stands in a kept request for {@code id_token_hint}: a token is not stored. */
    static final String HINTED_SUBJECT = "hinted_subject";

    private final Clients clients;
    private final Audiences audiences;
    private final IdTokenHints hints;

    RequestReader(Clients clients, Audiences audiences, IdTokenHints hints) {
        this.clients = clients;
        this.audiences = audiences;
        this.hints = hints;
    }

    /** Reads a request that has just come. Unknown parameters are ignored. */
    Reading read(Parameters parameters) {
        return read(parameters, false);
    }

    /** Reads the {@link AuthorizationRequest#parameters()} of a request that waited. */
    Reading readKept(Parameters parameters) {
        return read(parameters, true);
    }

    private Reading read(Parameters parameters, boolean isKept) {
        var repeated = parameters.repeated(SEVERAL).orElse("");
        var clientId = parameters.text("client_id");
        if (clientId == null || repeated.equals("client_id")) {
            return Unanswerable.of("missing-client", clientId == null ? MISSING : TWICE);
        }
        return clients.find(clientId)
                .map(client -> read(client, parameters, repeated, isKept))
                .orElseGet(() -> Unanswerable.of("unknown-client", clientId));
    }

    private Reading read(Client client, Parameters parameters, String repeated, boolean isKept) {
        var given = parameters.text("redirect_uri");
        if (repeated.equals("redirect_uri")) {
            return Unanswerable.of("missing-redirect-uri", client.name(), TWICE);
        }
        if (given == null && client.redirectUris().size() != 1) {
            return Unanswerable.of("missing-redirect-uri", client.name(), MISSING);
        }
        if (given != null && !client.allowsRedirectTo(given)) {
            return Unanswerable.of("wrong-redirect-uri", given);
        }
        var redirectUri = given == null ? client.redirectUris().getFirst() : given;
        var state = repeated.equals("state") ? null : parameters.text("state");
        var mode = mode(parameters, redirectUri);
        if (mode == null) {
            return new Refused(
                    new AnswerAddress(client, redirectUri, state, ResponseMode.QUERY),
                    ProtocolError.invalidRequest(
                            "response_mode is not one that can be used with this redirect_uri."));
        }
        var address = new AnswerAddress(client, redirectUri, state, mode);
        return RequestRules.problem(client, parameters)
                .<Reading>map(problem -> new Refused(address, problem))
                .orElseGet(() -> read(address, given, parameters, isKept));
    }

    /** What can only be judged by looking into it. */
    private Reading read(
            AnswerAddress address, @Nullable String given, Parameters parameters, boolean isKept) {
        var client = address.client();
        var resources = new LinkedHashSet<>(parameters.all("resource"));
        if (audiences.narrowed(client, Set.of(), resources).isEmpty()) {
            return new Refused(address, ProtocolError.invalidResource());
        }
        var claims =
                parameters
                        .get("claims")
                        .map(ClaimsRequest::parse)
                        .orElse(Optional.of(ClaimsRequest.NONE));
        if (claims.isEmpty()) {
            return invalid(address, "claims is not what OpenID Connect Core 5.5 describes.");
        }
        var hint = isKept ? Optional.<String>empty() : parameters.get("id_token_hint");
        var hinted = hint.flatMap(token -> subject(token, client));
        if (hint.isPresent() && hinted.isEmpty()) {
            return invalid(address, "id_token_hint is not an ID token that this client was given.");
        }
        var subject = isKept ? parameters.text(HINTED_SUBJECT) : hinted.orElse(null);
        return new Valid(
                new AuthorizationRequest(
                        address,
                        given,
                        scopes(client, parameters),
                        resources,
                        claims.get(),
                        parameters.text("nonce"),
                        parameters.text("code_challenge"),
                        parameters.words("prompt"),
                        parameters
                                .get("max_age")
                                .map(age -> Duration.ofSeconds(Long.parseLong(age)))
                                .orElse(null),
                        subject,
                        parameters.text("login_hint"),
                        parameters.text("ui_locales"),
                        subject == null ? parameters : parameters.with(HINTED_SUBJECT, subject)));
    }

    /** Whom an ID token speaks of, expired or not, if this client was given it. */
    private Optional<String> subject(String token, Client client) {
        return hints.read(token)
                .filter(hint -> hint.clientId().equals(client.clientId()))
                .map(IdTokenHints.Hint::subject);
    }

    private static Reading invalid(AnswerAddress address, String description) {
        return new Refused(address, ProtocolError.invalidRequest(description));
    }

    /** Only a web server can take a POST. */
    private static @Nullable ResponseMode mode(Parameters parameters, String redirectUri) {
        var asked = parameters.text("response_mode");
        return asked == null
                ? ResponseMode.QUERY
                : ResponseMode.of(asked)
                        .filter(mode ->
                                mode != ResponseMode.FORM_POST
                                        || WEB.matcher(redirectUri).lookingAt())
                        .orElse(null);
    }

    /** Without a wish, what the client is registered for, but for what outlives the session. */
    private static Set<String> scopes(Client client, Parameters parameters) {
        var asked = parameters.words("scope");
        if (asked.isEmpty()) {
            asked = new LinkedHashSet<>(client.scopes());
            asked.remove("offline_access");
        }
        return asked;
    }
}
