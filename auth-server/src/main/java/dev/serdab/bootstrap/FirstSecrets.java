package dev.serdab.bootstrap;

import dev.serdab.bootstrap.BootstrapSettings.FirstClient;
import dev.serdab.client.Client;
import dev.serdab.client.ClientSecret;
import dev.serdab.settings.WrongSetting;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The secrets that a client's setting gives it: the one it shows, and the one it showed before. */
final class FirstSecrets {

    private static final String CURRENT = ".client-secret";
    private static final String PREVIOUS = ".previous-client-secret";
    private static final String ENDS = "-expires-at";

    private FirstSecrets() {}

    static List<ClientSecret> of(String property, FirstClient first, Client client) {
        var current =
                secret(
                        property + CURRENT,
                        first.clientSecret(),
                        first.clientSecretExpiresAt(),
                        client);
        var previous =
                secret(
                        property + PREVIOUS,
                        first.previousClientSecret(),
                        first.previousClientSecretExpiresAt(),
                        client);
        if (current.isEmpty() && client.method().usesSecret()) {
            throw new WrongSetting(
                    property + CURRENT,
                    "is missing: write at least 32 characters, or token-endpoint-auth-method: none");
        }
        if (!current.isEmpty()
                && !previous.isEmpty()
                && current.getFirst().value().equals(previous.getFirst().value())) {
            throw new WrongSetting(
                    property + PREVIOUS, "is client-secret itself: write the one before it");
        }
        return Stream.concat(current.stream(), previous.stream()).toList();
    }

    /** None or one. */
    private static List<ClientSecret> secret(
            String name, @Nullable String value, @Nullable Instant expiresAt, Client client) {
        if (value == null) {
            if (expiresAt != null) {
                throw new WrongSetting(
                        name + ENDS, "is set although there is no such secret: leave it out");
            }
            return List.of();
        }
        if (!client.method().usesSecret()) {
            throw new WrongSetting(
                    name,
                    "is set although token-endpoint-auth-method is %s: leave one of the two out"
                            .formatted(client.method().value()));
        }
        ClientSecret.problem(value)
                .ifPresent(sentence -> {
                    throw new WrongSetting(name, sentence);
                });
        return List.of(new ClientSecret(value, expiresAt));
    }
}
