package dev.serdab.client;

import dev.serdab.protocol.Parameters;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a client may do with the tokens of others, and who may do something with its own (RFC 8693).
 *
 * @param resource the API that the client runs, as tokens name it; {@code null}: none
 * @param targets audience → the scopes that an exchanged token may have there
 * @param mayAct the one client that may act with this one's tokens (RFC 8693 §4.4); {@code null}:
 *     nobody is named
 */
public record ExchangePolicy(
        @Nullable String resource, Map<String, Set<String>> targets, @Nullable String mayAct) {

    static ExchangePolicy of(ClientMetadata said) {
        var targets = new LinkedHashMap<String, Set<String>>();
        for (var target :
                Objects.requireNonNullElse(said.exchangeTargets(), List.<ExchangeTarget>of())) {
            targets.put(
                    Objects.requireNonNull(target.audience()), Parameters.split(target.scope()));
        }
        return new ExchangePolicy(said.resource(), targets, said.mayAct());
    }

    /** The scopes that may be had at every one of these, which must be among the targets. */
    public Set<String> scopesAt(Collection<String> audiences) {
        Set<String> common = null;
        for (var audience : audiences) {
            var there = Objects.requireNonNull(targets.get(audience));
            if (common == null) {
                common = new LinkedHashSet<>(there);
            } else {
                common.retainAll(there);
            }
        }
        return common == null ? Set.of() : common;
    }
}
