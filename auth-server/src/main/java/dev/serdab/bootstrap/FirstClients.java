package dev.serdab.bootstrap;

import dev.serdab.bootstrap.BootstrapSettings.FirstClient;
import dev.serdab.client.Client;
import dev.serdab.client.ClientMetadata;
import dev.serdab.client.ClientRules.Checked;
import dev.serdab.client.ClientSecret;
import dev.serdab.client.Clients;
import dev.serdab.consent.ScopeCatalogue;
import dev.serdab.settings.WrongSetting;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import java.util.List;

/** Makes clients from settings, and brings them up to date. */
@Component
class FirstClients {

    private final Clients clients;
    private final ScopeCatalogue catalogue;
    private final Binder settings;

    FirstClients(Clients clients, ScopeCatalogue catalogue, Environment environment) {
        this.clients = clients;
        this.catalogue = catalogue;
        this.settings = Binder.get(environment);
    }

    /** Puts the client of {@code serdab.bootstrap.clients[…]}. */
    void put(String property) {
        var first = settings.bindOrCreate(property, FirstClient.class);
        var clientId = first.clientId();
        if (clientId == null || clientId.isBlank()) {
            throw new WrongSetting(
                    property + ".client-id", "is missing: write the client's public name");
        }
        var metadata = settings.bindOrCreate(property, ClientMetadata.class);
        var client = checked(property, clients.check(clientId, metadata));
        checkScopes(property, client);
        put(clientId, metadata, FirstSecrets.of(property, first, client));
    }

    private void checkScopes(String property, Client client) {
        var known = catalogue.names();
        client.scopes().stream()
                .filter(scope -> !known.contains(scope))
                .findFirst()
                .ifPresent(scope -> {
                    throw new WrongSetting(
                            property + ".scope",
                            "has \"%s\", which nobody has described: define it in serdab.bootstrap.scopes"
                                    .formatted(scope));
                });
    }

    void put(String clientId, ClientMetadata metadata, List<ClientSecret> secrets) {
        try {
            clients.put(clientId, metadata, secrets);
        } catch (DuplicateKeyException e) {
            // Another node was quicker to make it.
            clients.put(clientId, metadata, secrets);
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
