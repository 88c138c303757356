package dev.serdab.clientregistration;

import dev.serdab.client.Client;
import dev.serdab.client.Clients;
import dev.serdab.consent.Consents;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets apps that were named by an address and that nobody allowed anything: strangers could fill
 * the database with them. An app in use stays, and one that comes again is fetched again.
 */
@Component
class DocumentCleanUp {

    private static final int BATCH = 200;

    private final DocumentRows rows;
    private final Clients clients;
    private final Consents consents;
    private final TransactionTemplate transaction;

    DocumentCleanUp(
            DocumentRows rows,
            Clients clients,
            Consents consents,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.clients = clients;
        this.consents = consents;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    void run() {
        for (var clientId : rows.due(BATCH)) {
            if (consents.anyFor(clientId)) {
                rows.postpone(clientId);
            } else {
                forget(clientId);
            }
        }
    }

    private void forget(String clientId) {
        transaction.executeWithoutResult(_ -> {
            clients.find(clientId)
                    .filter(Client::isSelfRegistered)
                    .ifPresent(client -> clients.remove(client.clientId()));
            rows.remove(clientId);
        });
    }
}
