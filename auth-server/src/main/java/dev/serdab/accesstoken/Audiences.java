package dev.serdab.accesstoken;

import dev.serdab.client.Client;
import dev.serdab.settings.ServerSettings;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * For which APIs a client gets tokens (RFC 8707 §2): those of its {@code audience}; for this server
 * itself when it has none. An API exists, as far as this server knows, when a client is registered
 * for it.
 */
@Component
public class Audiences {

    private final String issuer;

    Audiences(ServerSettings settings) {
        this.issuer = settings.issuer();
    }

    /** All of them. */
    public Set<String> of(Client client) {
        return client.audience().isEmpty()
                ? Set.of(issuer)
                : new LinkedHashSet<>(client.audience());
    }

    /**
     * What a token is for.
     *
     * @param granted what an earlier request narrowed it down to; empty: everything
     * @param asked what this request narrows it down to; empty: everything that is left
     * @return empty when more is asked for than there is
     */
    public Optional<Set<String>> narrowed(
            Client client, Set<String> granted, Collection<String> asked) {
        var left = of(client);
        if (!granted.isEmpty()) {
            left = new LinkedHashSet<>(left);
            left.retainAll(granted);
        }
        return left.isEmpty() || !left.containsAll(asked)
                ? Optional.empty()
                : Optional.of(asked.isEmpty() ? left : new LinkedHashSet<>(asked));
    }
}
