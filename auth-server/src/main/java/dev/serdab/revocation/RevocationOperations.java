package dev.serdab.revocation;

import dev.serdab.account.AccountId;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.UUID;

/**
 * {@code POST /actuator/revocation} with one of {@code account}, {@code client} and {@code
 * session}, or an account and a client: 204 when it is done, 404 when there is no such thing.
 */
@Component
@Endpoint(id = "revocation")
class RevocationOperations {

    private final Revocations revocations;

    RevocationOperations(Revocations revocations) {
        this.revocations = revocations;
    }

    @WriteOperation
    WebEndpointResponse<Map<String, String>> revoke(
            @Nullable String account, @Nullable String client, @Nullable String session) {
        if (session != null && (account != null || client != null)) {
            return wrong("A session is named alone.");
        }
        if (session != null) {
            return session(session);
        }
        if (account != null) {
            return AccountId.parse(account)
                    .map(id -> account(id, client))
                    .orElseGet(() -> wrong("account is the account's number."));
        }
        return client != null
                ? doneIf(revocations.ofClient(client))
                : wrong("Name an account, a client, both, or a session.");
    }

    private WebEndpointResponse<Map<String, String>> account(
            AccountId account, @Nullable String client) {
        if (client == null) {
            return doneIf(revocations.ofAccount(account));
        }
        revocations.ofClientAtAccount(account, client);
        return doneIf(true);
    }

    private WebEndpointResponse<Map<String, String>> session(String session) {
        try {
            revocations.ofSession(UUID.fromString(session));
            return doneIf(true);
        } catch (IllegalArgumentException e) {
            return wrong("session is the sid that tokens carry.");
        }
    }

    private static WebEndpointResponse<Map<String, String>> doneIf(boolean exists) {
        return new WebEndpointResponse<>(
                exists
                        ? WebEndpointResponse.STATUS_NO_CONTENT
                        : WebEndpointResponse.STATUS_NOT_FOUND);
    }

    private static WebEndpointResponse<Map<String, String>> wrong(String why) {
        return new WebEndpointResponse<>(
                Map.of("error", why), WebEndpointResponse.STATUS_BAD_REQUEST);
    }
}
