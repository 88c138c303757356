package dev.serdab.bootstrap;

import dev.serdab.account.Memberships;
import dev.serdab.consent.ScopeCatalogue;
import dev.serdab.settings.WrongSetting;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Brings the database in line with the settings, before the first request is taken. */
@Component
class Bootstrap implements SmartInitializingSingleton {

    private final BootstrapSettings settings;
    private final FirstAccounts accounts;
    private final FirstClients clients;
    private final Memberships memberships;
    private final ScopeCatalogue scopes;

    Bootstrap(
            BootstrapSettings settings,
            FirstAccounts accounts,
            FirstClients clients,
            Memberships memberships,
            ScopeCatalogue scopes) {
        this.settings = settings;
        this.accounts = accounts;
        this.clients = clients;
        this.memberships = memberships;
        this.scopes = scopes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (int i = 0; i < settings.groups().size(); i++) {
            var group = settings.groups().get(i);
            var name = required("groups[%d].name".formatted(i), group.name());
            twice(() -> memberships.defineGroup(name, group.permissions()));
        }
        for (int i = 0; i < settings.scopes().size(); i++) {
            var scope = settings.scopes().get(i);
            var name = required("scopes[%d].name".formatted(i), scope.name());
            twice(() -> scopes.define(name, scope.description()));
        }
        for (int i = 0; i < settings.accounts().size(); i++) {
            accounts.make("serdab.bootstrap.accounts[%d]".formatted(i), settings.accounts().get(i));
        }
        for (int i = 0; i < settings.clients().size(); i++) {
            clients.put("serdab.bootstrap.clients[%d]".formatted(i));
        }
    }

    /** Another node may make the same at the same moment; then it is there the second time. */
    private static void twice(Runnable define) {
        try {
            define.run();
        } catch (DuplicateKeyException e) {
            define.run();
        }
    }

    private static String required(String property, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new WrongSetting("serdab.bootstrap." + property, "is missing: write one");
        }
        return value;
    }
}
