package dev.serdab.client;

import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.client.ClientRules.Checked;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All clients. */
@Component
public class Clients {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private final JdbcClient db;
    private final Clock clock;
    private final AuditLog audit;

    Clients(JdbcClient db, Clock clock, AuditLog audit) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
    }

    /** The client of this id. */
    public Optional<Client> find(String clientId) {
        if (!ClientRules.isClientId(clientId)) {
            return Optional.empty();
        }
        return db.sql("select metadata, token_generation from oauth_client where client_id = ?")
                .param(clientId)
                .query((row, number) ->
                        read(clientId, row.getString("metadata"))
                                .inGeneration(row.getLong("token_generation")))
                .optional();
    }

    /**
     * Makes a client, or brings an existing one up to date.
     *
     * @param metadata must pass {@link ClientRules}
     * @param secret replaces every secret the client had; {@code null} for a public client
     */
    @Transactional
    public Client put(String clientId, ClientMetadata metadata, @Nullable String secret) {
        var json = JSON.writeValueAsString(metadata);
        var client = read(clientId, json);
        note(clientId, metadata);
        int updated =
                db.sql("update oauth_client set metadata = ?, updated_at = ? where client_id = ?")
                        .params(json, now(), clientId)
                        .update();
        if (updated == 0) {
            db.sql(
                            """
                            insert into oauth_client (client_id, metadata, created_at, updated_at)
                            values (?, ?, ?, ?)\
                            """)
                    .params(clientId, json, now(), now())
                    .update();
        }
        putSecret(clientId, secret);
        putOrigins(client);
        return client;
    }

    /**
     * Ends every stateless token that a client got for itself.
     *
     * @return whether there is such a client
     */
    public boolean endStatelessTokens(String clientId) {
        return db.sql(
                                """
                                update oauth_client set token_generation = token_generation + 1
                                 where client_id = ?\
                                """)
                        .param(clientId)
                        .update()
                == 1;
    }

    /** Whether one of the client's secrets is this one. */
    boolean hasSecret(Client client, String secret) {
        return db
                .sql(
                        """
                        select secret_hash from oauth_client_secret
                         where client_id = ? and (expires_at is null or expires_at > ?)\
                        """)
                .params(client.clientId(), now())
                .query((row, number) -> row.getBytes(1))
                .list()
                .stream()
                .anyMatch(hash -> SecretHash.matches(hash, secret));
    }

    /** Whether some client's pages live at this origin, as browsers send it. */
    boolean isOrigin(String origin) {
        return db.sql("select count(*) from oauth_client_origin where origin = ?")
                        .param(origin.toLowerCase(Locale.ROOT))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void note(String clientId, ClientMetadata metadata) {
        var before =
                db.sql("select metadata from oauth_client where client_id = ?")
                        .param(clientId)
                        .query((row, number) ->
                                JSON.readValue(row.getString(1), ClientMetadata.class))
                        .optional();
        if (!before.equals(Optional.of(metadata))) {
            var kind = before.isEmpty() ? Kind.CLIENT_CREATED : Kind.CLIENT_CHANGED;
            audit.add(new AuditEvent(kind, null, clientId, null));
        }
    }

    private void putSecret(String clientId, @Nullable String secret) {
        var known =
                db.sql("select secret_hash from oauth_client_secret where client_id = ?")
                        .param(clientId)
                        .query((row, number) -> row.getBytes(1))
                        .list();
        if (secret != null && known.size() == 1 && SecretHash.matches(known.getFirst(), secret)) {
            return;
        }
        db.sql("delete from oauth_client_secret where client_id = ?").param(clientId).update();
        if (secret != null) {
            db.sql(
                            """
                            insert into oauth_client_secret (client_id, secret_hash, created_at)
                            values (?, ?, ?)\
                            """)
                    .params(clientId, SecretHash.of(secret), now())
                    .update();
        }
    }

    private void putOrigins(Client client) {
        db.sql("delete from oauth_client_origin where client_id = ?")
                .param(client.clientId())
                .update();
        origins(client)
                .forEach(origin ->
                        db.sql("insert into oauth_client_origin (client_id, origin) values (?, ?)")
                                .params(client.clientId(), origin)
                                .update());
    }

    private static List<String> origins(Client client) {
        return Stream.concat(
                        client.redirectUris().stream(), client.postLogoutRedirectUris().stream())
                .map(URI::create)
                .filter(uri -> uri.getHost() != null && uri.getScheme().startsWith("http"))
                .map(uri ->
                        (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static Client read(String clientId, String json) {
        var metadata = JSON.readValue(json, ClientMetadata.class);
        return switch (ClientRules.check(clientId, metadata)) {
            case Checked.Good(var client) -> client;
            case Checked.Bad(var field, var sentence) ->
                    throw new IllegalArgumentException(clientId + ": " + field + " " + sentence);
        };
    }

    private OffsetDateTime now() {
        return SqlTime.of(clock.instant());
    }
}
