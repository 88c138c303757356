package dev.serdab.logout;

import dev.serdab.client.Client;
import dev.serdab.client.Clients;
import dev.serdab.idtoken.IdTokenHints;
import dev.serdab.idtoken.IdTokenHints.Hint;
import dev.serdab.protocol.Parameters;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Set;

/** Reads logout requests. */
@Component
class LogoutRequests {

    /** The parameters that count. */
    static final Set<String> KNOWN =
            Set.of("id_token_hint", "client_id", "post_logout_redirect_uri", "state", "ui_locales");

    /** Less than a response header may have. */
    private static final int LONGEST = 6000;

    private final Clients clients;
    private final IdTokenHints hints;

    LogoutRequests(Clients clients, IdTokenHints hints) {
        this.clients = clients;
        this.hints = hints;
    }

    /** What became of it. */
    sealed interface Reading {

        record Good(LogoutRequest request) implements Reading {}

        /**
         * The person sees a page.
         *
         * @param reason why, as {@link dev.serdab.page.ErrorPage} names it
         * @param argument what they speak of, as it came from outside
         */
        record Bad(String reason, String argument) implements Reading {}
    }

    Reading read(Parameters parameters) {
        if (parameters.repeated().isPresent() || isTooLong(parameters)) {
            return new Reading.Bad("invalid-request", "");
        }
        var token = parameters.text("id_token_hint");
        var hint = token == null ? null : hints.read(token).orElse(null);
        if (token != null && hint == null) {
            return new Reading.Bad("wrong-logout-hint", "");
        }
        var clientId = parameters.text("client_id");
        if (hint != null && clientId != null && !clientId.equals(hint.clientId())) {
            return new Reading.Bad("wrong-logout-client", clientId);
        }
        var client = client(clientId, hint);
        var uri = parameters.text("post_logout_redirect_uri");
        if (uri != null && (client == null || !client.postLogoutRedirectUris().contains(uri))) {
            return new Reading.Bad("wrong-logout-uri", uri);
        }
        return new Reading.Good(new LogoutRequest(hint, client, uri, parameters.text("state")));
    }

    /** A POST is answered with an address that holds all of it. */
    private static boolean isTooLong(Parameters parameters) {
        return parameters.toQuery(KNOWN).length() > LONGEST;
    }

    private @Nullable Client client(@Nullable String clientId, @Nullable Hint hint) {
        var id = clientId == null && hint != null ? hint.clientId() : clientId;
        return id == null ? null : clients.find(id).orElse(null);
    }
}
