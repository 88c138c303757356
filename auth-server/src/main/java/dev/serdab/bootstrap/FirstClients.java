package dev.serdab.bootstrap;

import dev.serdab.bootstrap.BootstrapSettings.FirstClient;
import dev.serdab.client.ClientRules.Checked;
import dev.serdab.client.Clients;
import dev.serdab.settings.WrongSetting;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes clients from settings, and brings them up to date. */
@Component
class FirstClients {

    private static final int SHORTEST_SECRET = 32;

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
        switch (clients.check(clientId, first.metadata())) {
            case Checked.Bad(var field, var sentence) ->
                    throw new WrongSetting(property + "." + field.replace('_', '-'), sentence);
            case Checked.Good(var client) -> checkSecret(property, first, client.isPublic());
        }
        try {
            clients.put(clientId, first.metadata(), first.clientSecret());
        } catch (DuplicateKeyException e) {
            // Another node was quicker to make it.
            clients.put(clientId, first.metadata(), first.clientSecret());
        }
    }

    private static void checkSecret(String property, FirstClient first, boolean isPublic) {
        var name = property + ".client-secret";
        var secret = first.clientSecret();
        if (isPublic && secret != null) {
            throw new WrongSetting(
                    name,
                    "is set although token-endpoint-auth-method is none: leave one of the two out");
        }
        if (!isPublic && secret == null) {
            throw new WrongSetting(
                    name,
                    "is missing: write at least %d characters, or token-endpoint-auth-method: none"
                            .formatted(SHORTEST_SECRET));
        }
        if (secret != null && secret.length() < SHORTEST_SECRET) {
            throw new WrongSetting(
                    name,
                    "has fewer than %d characters: write the output of `openssl rand -base64 32`"
                            .formatted(SHORTEST_SECRET));
        }
    }
}
