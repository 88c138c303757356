package dev.serdab.client;

import dev.serdab.origin.AllowedOrigins;

import org.springframework.stereotype.Component;

/** The pages of registered clients may read our answers. */
@Component
class ClientOrigins implements AllowedOrigins {

    private final Clients clients;

    ClientOrigins(Clients clients) {
        this.clients = clients;
    }

    @Override
    public boolean allow(String origin) {
        return clients.isOrigin(origin);
    }
}
