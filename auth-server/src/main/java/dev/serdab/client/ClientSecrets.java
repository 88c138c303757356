package dev.serdab.client;

import dev.serdab.recent.Recent;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What clients' secrets hash to. Several of one client are good at once. */
@Component
class ClientSecrets {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient db;
    private final Clock clock;
    private final Recent<String, Set<Kept>> recent;

    ClientSecrets(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.recent = new Recent<>(clock);
    }

    /** A row: the hash in hex. */
    private record Kept(String hash, @Nullable Instant expiresAt) {

        static Kept of(ClientSecret secret) {
            return new Kept(HEX.formatHex(SecretHash.of(secret.value())), secret.expiresAt());
        }

        boolean isGoodAt(Instant now) {
            return expiresAt == null || now.isBefore(expiresAt);
        }
    }

    /** Whether this is one of the client's secrets, and still good. */
    boolean has(String clientId, String secret) {
        var shown = SecretHash.of(secret);
        var now = clock.instant();
        boolean found = false;
        for (var kept : recent.find(clientId, id -> Optional.of(kept(id))).orElseThrow()) {
            // Every one is compared: which of them it was does not show in the time it took.
            found |= MessageDigest.isEqual(HEX.parseHex(kept.hash()), shown) && kept.isGoodAt(now);
        }
        return found;
    }

    /** Leaves the client with exactly these. The caller has locked the client's row. */
    void put(String clientId, List<ClientSecret> secrets) {
        var wanted = secrets.stream().map(Kept::of).collect(Collectors.toSet());
        if (wanted.equals(kept(clientId))) {
            return;
        }
        db.sql("delete from oauth_client_secret where client_id = ?").param(clientId).update();
        wanted.forEach(secret -> insert(clientId, secret));
        recent.changed();
    }

    /** Its client is gone, and they with it. */
    void forget() {
        recent.changed();
    }

    private void insert(String clientId, Kept secret) {
        var expiresAt = secret.expiresAt();
        db.sql(
                        """
                        insert into oauth_client_secret (client_id, secret_hash, created_at, expires_at)
                        values (?, ?, ?, ?)\
                        """)
                .params(
                        Arrays.asList(
                                clientId,
                                HEX.parseHex(secret.hash()),
                                SqlTime.of(clock.instant()),
                                expiresAt == null ? null : SqlTime.of(expiresAt)))
                .update();
    }

    private Set<Kept> kept(String clientId) {
        return db.sql("select secret_hash, expires_at from oauth_client_secret where client_id = ?")
                .param(clientId)
                .query((row, number) ->
                        new Kept(
                                HEX.formatHex(row.getBytes("secret_hash")),
                                SqlTime.readIfAny(row, "expires_at")))
                .set();
    }
}
