package dev.serdab.bootstrap;

import dev.serdab.bootstrap.BootstrapSettings.FirstClient;
import dev.serdab.client.Client;
import dev.serdab.client.ClientRules;
import dev.serdab.client.ClientRules.Checked;
import dev.serdab.client.Clients;
import dev.serdab.settings.WrongSetting;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** Makes clients from settings, and brings them up to date. */
@Component
class FirstClients {

    private static final JsonMapper JSON = new JsonMapper();

    private final Clients clients;

    FirstClients(Clients clients) {
        this.clients = clients;
    }

    void put(String property, FirstClient first) {
        var clientId = first.clientId();
        if (clientId == null || clientId.isBlank()) {
            throw new WrongSetting(
                    property + ".client-id", "is missing: write the client's public name");
        }
        var metadata = first.metadata(jwks(property, first.jwks()));
        var client = checked(property, ClientRules.check(clientId, metadata));
        var secrets = FirstSecrets.of(property, first, client);
        try {
            clients.put(clientId, metadata, secrets);
        } catch (DuplicateKeyException e) {
            // Another node was quicker to make it.
            clients.put(clientId, metadata, secrets);
        }
    }

    private static @Nullable Map<String, Object> jwks(String property, @Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            throw new WrongSetting(
                    property + ".jwks", "is not JSON: write '{\"keys\": [{\"kty\": …}]}'");
        }
    }

    private static Client checked(String property, Checked checked) {
        return switch (checked) {
            case Checked.Good(var client) -> client;
            case Checked.Bad(var field, var sentence) ->
                    throw new WrongSetting(property + "." + field.replace('_', '-'), sentence);
        };
    }
}
