package dev.serdab.connectedapp;

import dev.serdab.account.Account;
import dev.serdab.account.AccountId;
import dev.serdab.account.PersonalData;
import dev.serdab.consent.Consents;
import dev.serdab.grant.Grants;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The apps that may ask again unasked, and those that hold something now. */
@Component
class ConnectedApps implements PersonalData {

    private final Consents consents;
    private final Grants grants;

    ConnectedApps(Consents consents, Grants grants) {
        this.consents = consents;
        this.grants = grants;
    }

    /**
     * An app.
     *
     * @param scopes what it may do
     * @param since when it was first allowed or given something of that
     * @param lastUsedAt when it was last given a token
     */
    record ConnectedApp(
            String clientId,
            Set<String> scopes,
            @Nullable Instant since,
            @Nullable Instant lastUsedAt) {}

    /** Those of one account, by client id. */
    List<ConnectedApp> of(AccountId account) {
        var scopes = new TreeMap<String, Set<String>>();
        addAll(scopes, consents.all(account));
        addAll(scopes, grants.standing(account));
        var allowed = consents.since(account);
        var uses = grants.uses(account);
        return scopes.entrySet().stream()
                .map(app -> {
                    var use = uses.get(app.getKey());
                    return new ConnectedApp(
                            app.getKey(),
                            app.getValue(),
                            earlier(allowed.get(app.getKey()), use == null ? null : use.since()),
                            use == null ? null : use.lastAt());
                })
                .toList();
    }

    @Override
    public String name() {
        return "apps";
    }

    @Override
    public Object of(Account account) {
        return of(account.id());
    }

    private static void addAll(
            Map<String, Set<String>> scopes, Map<String, ? extends Set<String>> further) {
        further.forEach((clientId, more) ->
                scopes.computeIfAbsent(clientId, _ -> new TreeSet<>()).addAll(more));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
