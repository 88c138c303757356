package dev.serdab.client;

import dev.serdab.outbound.Outbound;
import dev.serdab.outbound.Reply;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The keys that clients show at their {@code jwks_uri}: fetched when they are an hour old, or when
 * a JWT names one that is not among them; by one node at a time, and no more often than every half
 * minute for one client.
 */
@Component
class RemoteKeys {

    private static final Logger log = LoggerFactory.getLogger(RemoteKeys.class);

    private static final Duration FRESH = Duration.ofHours(1);
    private static final int MOST_BYTES = 64 * 1024;

    private final RemoteKeyRows rows;
    private final Outbound outbound;
    private final Clock clock;

    RemoteKeys(RemoteKeyRows rows, Outbound outbound, Clock clock) {
        this.rows = rows;
        this.outbound = outbound;
        this.clock = clock;
    }

    /** As they were an hour ago at the earliest, if the client's server was there since. */
    ClientKeys known(String clientId, String uri) {
        var row = rows.find(clientId, uri);
        boolean isFresh =
                row.filter(kept -> kept.fetchedAt().isAfter(clock.instant().minus(FRESH)))
                        .isPresent();
        return isFresh ? keys(row) : fetchedAnew(clientId, uri);
    }

    /** As they are now, unless they were asked for just before. */
    ClientKeys fetchedAnew(String clientId, String uri) {
        if (rows.claim(clientId, uri)) {
            fetch(uri)
                    .filter(jwks -> read(jwks).isPresent())
                    .ifPresentOrElse(
                            jwks -> rows.keep(clientId, uri, jwks),
                            () -> log.info("The keys of {} could not be fetched", clientId));
        } else {
            rows.awaitOther(clientId, uri);
        }
        return keys(rows.find(clientId, uri));
    }

    private Optional<String> fetch(String uri) {
        return outbound.get(
                                        URI.create(uri),
                                        "application/jwk-set+json, application/json",
                                        MOST_BYTES)
                                instanceof Reply.Answered answer
                        && answer.isGood()
                ? Optional.of(new String(answer.body(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static ClientKeys keys(Optional<RemoteKeyRows.Kept> row) {
        return row.flatMap(kept -> read(kept.jwks())).orElse(ClientKeys.NONE);
    }

    private static Optional<ClientKeys> read(String jwks) {
        try {
            return JwksReader.read(Jwks.of(jwks).members())
                            instanceof JwksReader.Reading.Good(var keys)
                    ? Optional.of(keys)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
