package dev.serdab.client;

import dev.serdab.client.ClientRules.Checked;
import dev.serdab.client.ClientRules.Checked.Bad;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Optional;

/** Addresses in metadata that are opened or fetched: {@code https}, or this machine's. */
final class WebUri {

    static final int LONGEST = 2000;

    private WebUri() {}

    /** What is wrong with it; nothing if it was not said. */
    static Optional<Checked> problem(String field, @Nullable String uri) {
        if (uri == null) {
            return Optional.empty();
        }
        return tooLong(uri)
                .or(() -> RedirectUri.problem(uri))
                .or(() ->
                        RedirectUri.isWeb(URI.create(uri))
                                ? Optional.empty()
                                : Optional.of("is not https"))
                .map(problem -> new Bad(field, "is \"%s\", which %s".formatted(uri, problem)));
    }

    static Optional<String> tooLong(String uri) {
        return uri.length() > LONGEST
                ? Optional.of("has more than %d characters".formatted(LONGEST))
                : Optional.empty();
    }
}
