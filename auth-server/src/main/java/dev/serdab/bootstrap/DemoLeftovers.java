package dev.serdab.bootstrap;

import dev.serdab.account.Accounts;
import dev.serdab.client.Client;
import dev.serdab.client.ClientMetadata;
import dev.serdab.client.ClientRules.Checked;
import dev.serdab.client.Clients;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.passwordhash.PasswordHasher.Match;
import dev.serdab.settings.OutsideDevelopment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.List;

/**
 * Takes away what {@link Demo} made, once others can reach a server that was a developer's: its
 * secrets stand in the README. What was given secrets of its own since is left alone.
 */
@Component
@OutsideDevelopment
class DemoLeftovers implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DemoLeftovers.class);

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final Clients clients;

    DemoLeftovers(Accounts accounts, PasswordHasher hasher, Clients clients) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.clients = clients;
    }

    @Override
    public void afterSingletonsInstantiated() {
        removeClient(Demo.WEB, Demo.WEB_SECRET);
        removeClient(Demo.MACHINE, Demo.MACHINE_SECRET);
        removeClient(
                Demo.SINGLE_PAGE_APP, Demo.singlePageApp("http://localhost" + Demo.PLAYGROUND));
        removeClient(Demo.DEVICE, Demo.device());
        removePerson();
    }

    private void removeClient(String clientId, String secret) {
        if (clients.hasSecret(clientId, secret)) {
            remove(clientId);
        }
    }

    /** It has no secret: it is known by what it is registered for. */
    private void removeClient(String clientId, ClientMetadata demo) {
        clients.find(clientId)
                .filter(client ->
                        clients.check(clientId, demo) instanceof Checked.Good(var same)
                                && client.isPublic()
                                && elsewhere(client).equals(elsewhere(same))
                                && client.grantTypes().equals(same.grantTypes()))
                .ifPresent(client -> remove(client.clientId()));
    }

    /** Without the address that the server had while it was a developer's. */
    private static List<String> elsewhere(Client client) {
        return client.redirectUris().stream()
                .filter(uri -> !uri.endsWith(Demo.PLAYGROUND))
                .toList();
    }

    private void removePerson() {
        accounts.findWithPassword(Demo.EMAIL)
                .filter(person -> hasher.check(Demo.PASSWORD, person.password()) != Match.NO)
                .ifPresent(person -> {
                    accounts.delete(person.account().id());
                    log.warn("The demo account {} was deleted", Demo.EMAIL);
                });
    }

    private void remove(String clientId) {
        clients.remove(clientId);
        log.warn("The demo client {} was deleted", clientId);
    }
}
