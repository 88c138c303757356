package dev.serdab.clientlogo;

import dev.serdab.client.Client;
import dev.serdab.outbound.Outbound;
import dev.serdab.outbound.Reply;
import dev.serdab.protocol.QueryString;

import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The logo of an app: fetched when it is first to be shown, and kept. */
@Component
public class ClientLogos {

    private static final int MOST_BYTES = 256 * 1024;

    private final LogoRows rows;
    private final Outbound outbound;

    ClientLogos(LogoRows rows, Outbound outbound) {
        this.rows = rows;
        this.outbound = outbound;
    }

    /** Where this server shows a client's logo, if the client named one. */
    public static Optional<String> pathOf(Client client) {
        return client.about().logoUri() == null
                ? Optional.empty()
                : Optional.of(
                        QueryString.append("/client-logo", Map.of("client_id", client.clientId())));
    }

    /** The client's logo. */
    Optional<Picture> find(Client client) {
        var uri = client.about().logoUri();
        if (uri == null) {
            return Optional.empty();
        }
        var kept = rows.find(client.clientId(), uri);
        if (kept.isPresent() || !rows.claim(client.clientId(), uri)) {
            return kept;
        }
        var fetched = fetch(uri);
        fetched.ifPresent(picture -> rows.keep(client.clientId(), uri, picture));
        return fetched;
    }

    private Optional<Picture> fetch(String uri) {
        return outbound.get(
                                        URI.create(uri),
                                        "image/png, image/jpeg, image/webp, image/gif",
                                        MOST_BYTES)
                                instanceof Reply.Answered answer
                        && answer.isGood()
                ? Picture.of(answer.body())
                : Optional.empty();
    }
}
