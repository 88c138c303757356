package dev.serdab.authorization;

import dev.serdab.client.Client;
import dev.serdab.client.GrantType;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client is told that is wrong with its request, one paragraph of the standards a method.
 */
final class RequestRules {

    private static final int LONGEST_VALUE = 2000;
    private static final int LONGEST_LIST = 8000;
    private static final int MOST_RESOURCES = 20;
    private static final List<String> SHORT =
            List.of("state", "nonce", "prompt", "acr_values", "login_hint", "ui_locales");
    private static final List<String> LISTS = List.of("scope", "claims");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern MAX_AGE = Pattern.compile("\\d{1,9}");

    private RequestRules() {}

    /** The first thing wrong with it. */
    static Optional<ProtocolError> problem(AnswerAddress to, Parameters parameters) {
        var client = to.client();
        return formProblem(parameters)
                .or(() -> modeProblem(to, parameters))
                .or(() -> responseProblem(client, parameters))
                .or(() -> pkceProblem(client, parameters))
                .or(() -> scopeProblem(client, parameters))
                .or(() -> promptProblem(parameters));
    }

    private static Optional<ProtocolError> formProblem(Parameters parameters) {
        if (parameters.repeated(RequestReader.SEVERAL).isPresent()) {
            return invalid("A parameter came twice.");
        }
        for (var name : SHORT) {
            if (isTooLong(parameters.text(name))) {
                return tooLong(name, LONGEST_VALUE);
            }
        }
        for (var name : LISTS) {
            if (isLongerThan(LONGEST_LIST, parameters.text(name))) {
                return tooLong(name, LONGEST_LIST);
            }
        }
        var resources = parameters.all("resource");
        if (resources.size() > MOST_RESOURCES
                || resources.stream().anyMatch(RequestRules::isTooLong)) {
            return Optional.of(ProtocolError.invalidResource());
        }
        if (parameters.get("nonce").filter(nonce -> nonce.indexOf('\0') >= 0).isPresent()) {
            return invalid("nonce must not contain the character NUL.");
        }
        return Optional.empty();
    }

    private static Optional<ProtocolError> modeProblem(AnswerAddress to, Parameters parameters) {
        return ResponseMode.asked(parameters, to.redirectUri()).isPresent()
                ? Optional.empty()
                : invalid("response_mode is not one that can be used with this redirect_uri.");
    }

    private static Optional<ProtocolError> responseProblem(Client client, Parameters parameters) {
        var type = parameters.text("response_type");
        if (type == null) {
            return invalid("response_type is missing.");
        }
        if (!type.equals("code")) {
            return error("unsupported_response_type", "Only response_type=code is offered.");
        }
        return client.mayUse(GrantType.AUTHORIZATION_CODE)
                ? Optional.empty()
                : error("unauthorized_client", "The client is not registered for codes.");
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

    private static Optional<ProtocolError> promptProblem(Parameters parameters) {
        var prompt = parameters.words("prompt");
        if (!AuthorizationRequest.PROMPTS.containsAll(prompt)) {
            return invalid(
                    "prompt knows %s only."
                            .formatted(String.join(", ", AuthorizationRequest.PROMPTS)));
        }
        if (prompt.contains("none") && prompt.size() > 1) {
            return invalid("prompt=none goes with no other prompt.");
        }
        return parameters.get("max_age").filter(age -> !MAX_AGE.matcher(age).matches()).isPresent()
                ? invalid("max_age must be a number of seconds.")
                : Optional.empty();
    }

    /** Whether a value is too long to be kept, and to be sent back in an address. */
    static boolean isTooLong(@Nullable String value) {
        return isLongerThan(LONGEST_VALUE, value);
    }

    /** In bytes: each may take three characters of an address. */
    private static boolean isLongerThan(int bytes, @Nullable String value) {
        return value != null && value.getBytes(StandardCharsets.UTF_8).length > bytes;
    }

    private static Optional<ProtocolError> tooLong(String name, int longest) {
        return invalid("%s may have %d bytes at most.".formatted(name, longest));
    }

    private static Optional<ProtocolError> invalid(String description) {
        return Optional.of(ProtocolError.invalidRequest(description));
    }

    private static Optional<ProtocolError> error(String code, String description) {
        return Optional.of(new ProtocolError(HttpStatus.BAD_REQUEST, code, description));
    }
}
