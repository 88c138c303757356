package dev.serdab.authorization;

import dev.serdab.accesstoken.Audiences;
import dev.serdab.authorization.AnswerAddresses.Finding.Known;
import dev.serdab.authorization.Reading.Refused;
import dev.serdab.authorization.Reading.Valid;
import dev.serdab.claim.ClaimsRequest;
import dev.serdab.client.Client;
import dev.serdab.idtoken.IdTokenHints;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads what is left of a request whose address and form were found good. */
@Component
class RequestContents {

    /** What stands in a kept request for {@code id_token_hint}: a token is not stored. */
    static final String HINTED_SUBJECT = "hinted_subject";

    private final Audiences audiences;
    private final IdTokenHints hints;

    RequestContents(Audiences audiences, IdTokenHints hints) {
        this.audiences = audiences;
        this.hints = hints;
    }

    /**
     * Reads.
     *
     * @param isKept whether the request waited; otherwise it has just come
     */
    Reading read(Known to, Parameters parameters, boolean isKept) {
        var client = to.address().client();
        var resources = new LinkedHashSet<>(parameters.all("resource"));
        if (audiences.narrowed(client, Set.of(), resources).isEmpty()) {
            return new Refused(to.address(), ProtocolError.invalidResource());
        }
        var claims =
                parameters
                        .get("claims")
                        .map(ClaimsRequest::parse)
                        .orElse(Optional.of(ClaimsRequest.NONE));
        if (claims.isEmpty()) {
            return invalid(to, "claims is not what OpenID Connect Core 5.5 describes.");
        }
        var hint = isKept ? Optional.<String>empty() : parameters.get("id_token_hint");
        var hinted = hint.flatMap(token -> subject(token, client));
        if (hint.isPresent() && hinted.isEmpty()) {
            return invalid(to, "id_token_hint is not an ID token that this client was given.");
        }
        var subject = isKept ? parameters.text(HINTED_SUBJECT) : hinted.orElse(null);
        return new Valid(
                new AuthorizationRequest(
                        to.address(),
                        to.isGiven() ? to.address().redirectUri() : null,
                        client.scopesFor(parameters.words("scope")),
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
                        // Whatever came from outside under this name is overwritten.
                        parameters.with(HINTED_SUBJECT, subject == null ? "" : subject)));
    }

    /** Whom an ID token speaks of, expired or not, if this client was given it. */
    private Optional<String> subject(String token, Client client) {
        return hints.read(token)
                .filter(hint -> hint.clientId().equals(client.clientId()))
                .map(IdTokenHints.Hint::subject);
    }

    private static Reading invalid(Known to, String description) {
        return new Refused(to.address(), ProtocolError.invalidRequest(description));
    }
}
