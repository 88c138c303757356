package dev.serdab.authorization;

import com.nimbusds.jose.util.JSONObjectUtils;

import dev.serdab.accesstoken.Audiences;
import dev.serdab.authorization.Reading.Refused;
import dev.serdab.authorization.Reading.Unanswerable;
import dev.serdab.authorization.Reading.Valid;
import dev.serdab.client.Client;
import dev.serdab.client.Clients;
import dev.serdab.client.GrantType;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and checks authorization requests: first whom to answer, then everything else. */
@Component
public class RequestReader {

    private static final int LONGEST_VALUE = 2000;
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern MAX_AGE = Pattern.compile("\\d{1,9}");

    private final Clients clients;
    private final Audiences audiences;

    RequestReader(Clients clients, Audiences audiences) {
        this.clients = clients;
        this.audiences = audiences;
    }

    /** The parameters that count, for keeping a request; what else it brings is dropped. */
    static final Set<String> KNOWN =
            Set.of(
                    "client_id",
                    "redirect_uri",
                    "response_type",
                    "response_mode",
                    "scope",
                    "resource",
                    "state",
                    "nonce",
                    "code_challenge",
                    "code_challenge_method",
                    "prompt",
                    "max_age",
                    "login_hint",
                    "ui_locales");

    /** Reads. Unknown parameters are ignored. */
    public Reading read(Parameters parameters) {
        var repeated = parameters.repeated().orElse("");
        var clientId = parameters.text("client_id");
        if (clientId == null || repeated.equals("client_id")) {
            return new Unanswerable("missing-client", "");
        }
        var client = clients.find(clientId).orElse(null);
        if (client == null) {
            return new Unanswerable("unknown-client", clientId);
        }
        var given = parameters.text("redirect_uri");
        if (repeated.equals("redirect_uri")) {
            return new Unanswerable("missing-redirect-uri", client.name());
        }
        if (given == null && client.redirectUris().size() != 1) {
            return new Unanswerable("missing-redirect-uri", client.name());
        }
        if (given != null && !client.allowsRedirectTo(given)) {
            return new Unanswerable("wrong-redirect-uri", given);
        }
        var address =
                new AnswerAddress(
                        given == null ? client.redirectUris().getFirst() : given,
                        repeated.equals("state") ? null : parameters.text("state"));
        var problem = problem(client, parameters).orElse(null);
        return problem == null
                ? new Valid(request(client, given, address, parameters))
                : new Refused(address, problem);
    }

    private Optional<ProtocolError> problem(Client client, Parameters parameters) {
        return Optional.<ProtocolError>empty()
                .or(() -> formProblem(parameters))
                .or(() -> responseProblem(client, parameters))
                .or(() -> pkceProblem(client, parameters))
                .or(() -> scopeProblem(client, parameters))
                .or(() -> resourceProblem(client, parameters))
                .or(() -> promptProblem(parameters));
    }

    private static Optional<ProtocolError> formProblem(Parameters parameters) {
        if (parameters.repeated().isPresent()) {
            return invalid("A parameter came twice.");
        }
        if (isTooLong(parameters.text("state")) || isTooLong(parameters.text("nonce"))) {
            return invalid(
                    "state and nonce may have %d characters at most.".formatted(LONGEST_VALUE));
        }
        if (parameters.get("nonce").filter(nonce -> nonce.indexOf('\0') >= 0).isPresent()) {
            return invalid("nonce must not contain the character NUL.");
        }
        if (parameters.text("request") != null) {
            return error("request_not_supported", "Request objects are not supported.");
        }
        if (parameters.text("request_uri") != null) {
            return error("request_uri_not_supported", "request_uri is not supported.");
        }
        return Optional.empty();
    }

    private static Optional<ProtocolError> responseProblem(Client client, Parameters parameters) {
        var type = parameters.text("response_type");
        if (type == null) {
            return invalid("response_type is missing.");
        }
        if (!type.equals("code")) {
            return error("unsupported_response_type", "Only response_type=code is offered.");
        }
        if (!client.mayUse(GrantType.AUTHORIZATION_CODE)) {
            return error("unauthorized_client", "The client is not registered for codes.");
        }
        return parameters.get("response_mode").filter(mode -> !mode.equals("query")).isPresent()
                ? invalid("Only response_mode=query is offered.")
                : Optional.empty();
    }

    private static Optional<ProtocolError> pkceProblem(Client client, Parameters parameters) {
        var challenge = parameters.text("code_challenge");
        if (challenge == null) {
            return client.requirePkce() || parameters.text("code_challenge_method") != null
                    ? invalid("code_challenge is missing (PKCE).")
                    : Optional.empty();
        }
        if (!"S256".equals(parameters.text("code_challenge_method"))) {
            return invalid("code_challenge_method must be S256.");
        }
        return CHALLENGE.matcher(challenge).matches()
                ? Optional.empty()
                : invalid("code_challenge must be 43 characters of base64url.");
    }

    private static Optional<ProtocolError> scopeProblem(Client client, Parameters parameters) {
        return client.scopes().containsAll(parameters.words("scope"))
                ? Optional.empty()
                : Optional.of(
                        ProtocolError.invalidScope(
                                "scope names what this client may not ask for."));
    }

    private Optional<ProtocolError> resourceProblem(Client client, Parameters parameters) {
        return audiences.narrowed(client, Set.of(), parameters.several("resource")).isPresent()
                ? Optional.empty()
                : Optional.of(ProtocolError.invalidTarget());
    }

    private static Optional<ProtocolError> promptProblem(Parameters parameters) {
        var prompt = parameters.words("prompt");
        if (prompt.contains("none") && prompt.size() > 1) {
            return invalid("prompt=none goes with no other prompt.");
        }
        if (parameters.get("claims").filter(claims -> !isJsonObject(claims)).isPresent()) {
            return invalid("claims must be a JSON object.");
        }
        return parameters.get("max_age").filter(age -> !MAX_AGE.matcher(age).matches()).isPresent()
                ? invalid("max_age must be a number of seconds.")
                : Optional.empty();
    }

    private static AuthorizationRequest request(
            Client client, @Nullable String given, AnswerAddress address, Parameters parameters) {
        return new AuthorizationRequest(
                client,
                address.redirectUri(),
                given,
                scopes(client, parameters),
                parameters.several("resource"),
                address.state(),
                parameters.text("nonce"),
                parameters.text("code_challenge"),
                parameters.words("prompt"),
                parameters
                        .get("max_age")
                        .map(age -> Duration.ofSeconds(Long.parseLong(age)))
                        .orElse(null),
                parameters.text("login_hint"),
                parameters.text("ui_locales"));
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

    /** What it asks for is not looked at, which a server may do (OpenID Connect Core §5.5). */
    private static boolean isJsonObject(String text) {
        try {
            JSONObjectUtils.parse(text);
            return true;
        } catch (ParseException e) {
            return false;
        }
    }

    private static boolean isTooLong(@Nullable String value) {
        return value != null && value.length() > LONGEST_VALUE;
    }

    private static Optional<ProtocolError> invalid(String description) {
        return Optional.of(ProtocolError.invalidRequest(description));
    }

    private static Optional<ProtocolError> error(String code, String description) {
        return Optional.of(new ProtocolError(HttpStatus.BAD_REQUEST, code, description));
    }
}
