package dev.serdab.jwt;

import dev.serdab.settings.Development;
import dev.serdab.settings.ServerSettings;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.util.List;

/** For whom access tokens are made, and what they allow there. */
@Component
class Recipient {

    private static final String DEMO_API = "http://localhost:8090";
    private static final String DEMO_SCOPE = "notes.read";

    private final List<String> audience;
    private final String scope;

    Recipient(JwtSettings settings, ServerSettings server, Environment environment) {
        boolean isDevelopment = Development.isOn(environment);
        var given = settings.audience();
        this.audience =
                given != null && !given.isEmpty()
                        ? given
                        : List.of(isDevelopment ? DEMO_API : server.issuer());
        this.scope = settings.scope() != null ? settings.scope() : isDevelopment ? DEMO_SCOPE : "";
    }

    /** One audience as a text, several as a list (RFC 7519 §4.1.3). */
    Object audience() {
        return audience.size() == 1 ? audience.getFirst() : audience;
    }

    /** Separated by spaces, perhaps empty. */
    String scope() {
        return scope;
    }
}
