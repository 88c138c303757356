package dev.serdab.clientregistration;

import dev.serdab.client.AuthenticationMethod;
import dev.serdab.client.ClientMetadata;
import dev.serdab.client.ClientSecret;
import dev.serdab.client.Clients;
import dev.serdab.sealing.RandomSecret;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;

/** The secret of an app that registered itself: made here, told once. */
@Component
class RegisteredSecrets {

    private final Clients clients;

    RegisteredSecrets(Clients clients) {
        this.clients = clients;
    }

    /** Makes one, if the app's method needs one. */
    @Nullable String give(String clientId, ClientMetadata metadata) {
        return usesSecret(metadata) ? make(clientId) : null;
    }

    /** Makes one, or takes it away, as the app's method changes. */
    @Nullable String adjust(String clientId, ClientMetadata before, ClientMetadata metadata) {
        if (!usesSecret(metadata)) {
            clients.replaceSecrets(clientId, List.of());
            return null;
        }
        return usesSecret(before) ? null : make(clientId);
    }

    private String make(String clientId) {
        var secret = RandomSecret.base64Url();
        clients.replaceSecrets(clientId, List.of(new ClientSecret(secret, null)));
        return secret;
    }

    private static boolean usesSecret(ClientMetadata metadata) {
        return AuthenticationMethod.of(
                        Objects.requireNonNullElse(metadata.tokenEndpointAuthMethod(), ""))
                .filter(AuthenticationMethod::usesSecret)
                .isPresent();
    }
}
