package dev.serdab.client;

import org.springframework.stereotype.Component;

/** Whether a client signed something, with a key that it says or that it shows at its address. */
@Component
public class ClientSignatures {

    private final RemoteKeys remote;

    ClientSignatures(RemoteKeys remote) {
        this.remote = remote;
    }

    /** Whether one of the client's keys signed the JWT. */
    public boolean isBy(Client client, ClientJwt jwt) {
        var uri = client.keys().uri();
        if (uri == null) {
            return client.keys().haveSigned(jwt.jwt());
        }
        var known = remote.known(client.clientId(), uri);
        if (known.haveSigned(jwt.jwt())) {
            return true;
        }
        // A wrong signature by a key that is known stays wrong, however often one looks.
        return known.lack(jwt.jwt().getHeader().getKeyID())
                && remote.fetchedAnew(client.clientId(), uri).haveSigned(jwt.jwt());
    }
}
