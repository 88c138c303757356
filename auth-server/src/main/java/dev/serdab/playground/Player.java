package dev.serdab.playground;

import dev.serdab.bootstrap.Demo;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;

/** The demo apps that the playground can be. */
enum Player {
    WEB(Demo.WEB, Demo.WEB_SECRET),
    SINGLE_PAGE_APP(Demo.SINGLE_PAGE_APP, null);

    private final String clientId;
    private final @Nullable String secret;

    Player(String clientId, @Nullable String secret) {
        this.clientId = clientId;
        this.secret = secret;
    }

    static Optional<Player> of(String clientId) {
        return Arrays.stream(values()).filter(app -> app.clientId.equals(clientId)).findFirst();
    }

    String clientId() {
        return clientId;
    }

    Optional<String> secret() {
        return Optional.ofNullable(secret);
    }
}
