package dev.serdab.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Node;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** A secret is replaced without an outage, and each of the two can be given an end. */
class ClientSecretsTest {

    private static final String CLIENT = "serdab.bootstrap.clients[0].";
    private static final String OLD = "the first secret of robot, which is long enough";
    private static final String NEW = "the second secret of robot, which is long enough";

    private final Path directory = RunningServer.freshDirectory();
    private String[] database;

    @BeforeEach
    void chooseDatabase() {
        database = database();
    }

    /** Settings that say where the database is. */
    String[] database() {
        return new String[0];
    }

    @Test
    void aSecretIsReplacedWhileAppsStillShowTheOldOne() {
        try (var server = started("client-secret=" + OLD)) {
            isKnownBy(server, OLD);
            isUnknownTo(server, NEW);
        }
        try (var server = started("client-secret=" + NEW, "previous-client-secret=" + OLD)) {
            isKnownBy(server, OLD);
            isKnownBy(server, NEW);
            isUnknownTo(server, OLD + NEW);
        }
        try (var server = started("client-secret=" + NEW)) {
            isKnownBy(server, NEW);
            isUnknownTo(server, OLD);
        }
    }

    @Test
    void eachHasAnEndIfItWasGivenOne() {
        var past = Instant.now().minusSeconds(1);
        var future = Instant.now().plus(Duration.ofDays(1));
        try (var server =
                started(
                        "client-secret=" + NEW,
                        "client-secret-expires-at=" + future,
                        "previous-client-secret=" + OLD,
                        "previous-client-secret-expires-at=" + past)) {
            isKnownBy(server, NEW);
            isUnknownTo(server, OLD);
        }
        try (var server = started("client-secret=" + NEW, "client-secret-expires-at=" + past)) {
            isUnknownTo(server, NEW);
        }
        try (var server = started("client-secret=" + NEW)) {
            isKnownBy(server, NEW);
        }
    }

    private Node started(String... secrets) {
        var client =
                Stream.concat(
                        Stream.of("client-id=robot", "grant-types=client_credentials"),
                        Stream.of(secrets));
        return Node.startedIn(
                directory,
                Stream.concat(Stream.of(database), client.map(setting -> CLIENT + setting))
                        .toArray(String[]::new));
    }

    private static void isKnownBy(Node server, String secret) {
        assertThat(status(server, secret)).isEqualTo(200);
    }

    private static void isUnknownTo(Node server, String secret) {
        assertThat(status(server, secret)).isEqualTo(401);
    }

    private static int status(Node server, String secret) {
        return server.http()
                .basic("robot", secret)
                .post("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .status();
    }
}
