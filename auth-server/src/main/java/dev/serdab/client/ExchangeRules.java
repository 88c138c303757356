package dev.serdab.client;

import dev.serdab.client.ClientRules.Checked.Bad;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What metadata must be like that speaks of token exchange. */
final class ExchangeRules {

    private static final String EXCHANGE = GrantType.TOKEN_EXCHANGE.value();

    private ExchangeRules() {}

    static Optional<Bad> problem(
            ClientMetadata said, AuthenticationMethod method, boolean offered) {
        if (said.mayAct() != null && !ClientRules.isClientId(said.mayAct())) {
            return bad("may_act", "is \"%s\": write a client_id".formatted(said.mayAct()));
        }
        var targets = Objects.requireNonNullElse(said.exchangeTargets(), List.<ExchangeTarget>of());
        if (!offered) {
            return targets.isEmpty()
                    ? unused("resource", said.resource())
                    : unused("exchange_targets", targets);
        }
        if (method == AuthenticationMethod.NONE) {
            return bad(
                    "grant_types",
                    "has %s, which a client without a secret cannot use".formatted(EXCHANGE));
        }
        if (said.resource() != null && said.resource().isBlank()) {
            return bad("resource", "is blank: write how tokens name the client's API");
        }
        return targets.isEmpty()
                ? bad("exchange_targets", "is missing: write an audience, and its scope")
                : problem(targets);
    }

    private static Optional<Bad> problem(List<ExchangeTarget> targets) {
        var audiences = new HashSet<String>();
        for (var target : targets) {
            var audience = target.audience();
            if (audience == null || audience.isBlank()) {
                return bad("exchange_targets", "has one without an audience: write it");
            }
            if (!audiences.add(audience)) {
                return bad("exchange_targets", "has \"%s\" twice".formatted(audience));
            }
        }
        return Optional.empty();
    }

    private static Optional<Bad> unused(String field, @Nullable Object value) {
        return value == null
                ? Optional.empty()
                : bad(
                        field,
                        "is of no use without grant type %s: write that, or leave it out"
                                .formatted(EXCHANGE));
    }

    private static Optional<Bad> bad(String field, String sentence) {
        return Optional.of(new Bad(field, sentence));
    }
}
