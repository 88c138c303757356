package dev.serdab.token;

import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A well-formed request for another token (RFC 8693 §2.1).
 *
 * @param audiences for which APIs, by whichever of the two parameters
 */
record ExchangeRequest(
        String subjectToken,
        @Nullable String actorToken,
        Set<String> audiences,
        Set<String> scopes) {

    /** The one kind of token that is given out. */
    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    /** Access tokens are JWTs, and some client libraries say so. */
    private static final Set<String> TAKEN =
            Set.of(ACCESS_TOKEN, "urn:ietf:params:oauth:token-type:jwt");

    /** What is wrong with its form. */
    static Optional<ProtocolError> problem(Parameters parameters) {
        if (parameters.text("subject_token") == null) {
            return invalid("subject_token is missing.");
        }
        if (!TAKEN.contains(parameters.get("subject_token_type").orElse(""))) {
            return invalid("subject_token_type must be " + ACCESS_TOKEN);
        }
        var actorType = parameters.text("actor_token_type");
        if ((parameters.text("actor_token") == null) != (actorType == null)) {
            return invalid("actor_token and actor_token_type go together.");
        }
        if (actorType != null && !TAKEN.contains(actorType)) {
            return invalid("actor_token_type must be " + ACCESS_TOKEN);
        }
        var wanted = parameters.get("requested_token_type").orElse(ACCESS_TOKEN);
        return wanted.equals(ACCESS_TOKEN)
                ? Optional.empty()
                : invalid("requested_token_type must be " + ACCESS_TOKEN);
    }

    /** Reads a request that has no problem. */
    static ExchangeRequest of(Parameters parameters) {
        var audiences = new LinkedHashSet<>(parameters.all("audience"));
        audiences.addAll(parameters.all("resource"));
        return new ExchangeRequest(
                parameters.get("subject_token").orElseThrow(),
                parameters.text("actor_token"),
                audiences,
                parameters.words("scope"));
    }

    private static Optional<ProtocolError> invalid(String description) {
        return Optional.of(ProtocolError.invalidRequest(description));
    }
}
