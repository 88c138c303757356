package dev.serdab.client;

import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.client.ClientRules.Checked;
import dev.serdab.recent.Recent;
import dev.serdab.signingkey.SigningKeys;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All clients. What another node changes about one is known here within five seconds. */
@Component
public class Clients {

    private static final Logger log = LoggerFactory.getLogger(Clients.class);

    private final JdbcClient db;
    private final Clock clock;
    private final ClientSecrets secrets;
    private final SigningKeys keys;
    private final AuditLog audit;
    private final Recent<String, Client> recent;

    Clients(JdbcClient db, Clock clock, ClientSecrets secrets, SigningKeys keys, AuditLog audit) {
        this.db = db;
        this.clock = clock;
        this.secrets = secrets;
        this.keys = keys;
        this.audit = audit;
        this.recent = new Recent<>(clock);
    }

    /**
     * Checks what is said about a client that is to be made or changed: {@link ClientRules}, and
     * that there is a key for what it asks for. A client that is there already keeps its word when
     * settings take the key away; its ID tokens are signed as if it had asked for nothing.
     */
    public Checked check(String clientId, ClientMetadata said) {
        var checked = ClientRules.check(clientId, said);
        return checked instanceof Checked.Good(var client)
                ? client.openId().missing(keys.offered()).orElse(checked)
                : checked;
    }

    /** The client of this id. */
    public Optional<Client> find(String clientId) {
        return ClientRules.isClientId(clientId)
                ? recent.find(clientId, this::read)
                : Optional.empty();
    }

    private Optional<Client> read(String clientId) {
        return db.sql(
                        """
                        select metadata, is_self_registered, token_generation
                          from oauth_client where client_id = ?\
                        """)
                .param(clientId)
                .query((row, number) -> {
                    boolean selfRegistered = row.getBoolean("is_self_registered");
                    long generation = row.getLong("token_generation");
                    return readIfGood(clientId, row.getString("metadata"))
                            .map(client -> client.stored(selfRegistered, generation));
                })
                .optional()
                .flatMap(client -> client);
    }

    /** What a client says about itself, if no operator has spoken for it since. */
    public Optional<ClientMetadata> saidByItself(String clientId) {
        return db.sql(
                        "select metadata from oauth_client where client_id = ? and is_self_registered")
                .param(clientId)
                .query((row, number) -> ClientMetadata.parse(row.getString(1)))
                .optional();
    }

    /**
     * Makes a client that an operator vouches for, or brings an existing one up to date.
     *
     * @param metadata must pass {@link ClientRules}
     * @param secrets replace all that the client had
     */
    @Transactional
    public void put(String clientId, ClientMetadata metadata, List<ClientSecret> secrets) {
        store(clientId, metadata, false);
        this.secrets.put(clientId, secrets);
    }

    /**
     * Makes a client that came by itself, or brings it up to date. Its secrets stay as they are.
     *
     * @param metadata must pass {@link #check}
     * @return whether it may speak for itself; not where an operator has spoken for it
     */
    @Transactional
    public boolean register(String clientId, ClientMetadata metadata) {
        if (isAnOperators(clientId)) {
            return false;
        }
        store(clientId, metadata, true);
        return true;
    }

    /** Until the transaction ends no operator begins to speak for one that speaks for itself. */
    private boolean isAnOperators(String clientId) {
        return db.sql("select is_self_registered from oauth_client where client_id = ? for update")
                .param(clientId)
                .query((row, number) -> !row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    /** Leaves a client with exactly these secrets. */
    @Transactional
    public void replaceSecrets(String clientId, List<ClientSecret> secrets) {
        this.secrets.put(clientId, secrets);
    }

    private void store(String clientId, ClientMetadata metadata, boolean selfRegistered) {
        var json = metadata.toJson();
        var client = read(clientId, json);
        note(clientId, metadata);
        int updated =
                db.sql(
                                """
                                update oauth_client set metadata = ?, is_self_registered = ?, updated_at = ?
                                 where client_id = ?\
                                """)
                        .params(json, selfRegistered, now(), clientId)
                        .update();
        if (updated == 0) {
            db.sql(
                            """
                            insert into oauth_client
                              (client_id, metadata, is_self_registered, created_at, updated_at)
                            values (?, ?, ?, ?, ?)\
                            """)
                    .params(clientId, json, selfRegistered, now(), now())
                    .update();
        }
        putOrigins(client);
        forgetKeysElsewhere(clientId, metadata.jwksUri());
        recent.changed();
    }

    /** Whether one of the client's secrets is this one, and still good. */
    public boolean hasSecret(String clientId, String secret) {
        return secrets.has(clientId, secret);
    }

    /**
     * Ends every stateless token that a client got for itself.
     *
     * @return whether there is such a client
     */
    public boolean endStatelessTokens(String clientId) {
        int ended =
                db.sql(
                                """
                                update oauth_client set token_generation = token_generation + 1
                                 where client_id = ?\
                                """)
                        .param(clientId)
                        .update();
        recent.changed();
        return ended == 1;
    }

    /** Forgets a client, with everything that was granted to it. */
    @Transactional
    public void remove(String clientId) {
        int removed =
                db.sql("delete from oauth_client where client_id = ?").param(clientId).update();
        if (removed > 0) {
            audit.add(new AuditEvent(Kind.CLIENT_REMOVED, null, clientId, null));
        }
        secrets.forget();
        recent.changed();
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
                        .query((row, number) -> ClientMetadata.parse(row.getString(1)))
                        .optional();
        if (!before.equals(Optional.of(metadata))) {
            var kind = before.isEmpty() ? Kind.CLIENT_CREATED : Kind.CLIENT_CHANGED;
            audit.add(new AuditEvent(kind, null, clientId, null));
        }
    }

    private void forgetKeysElsewhere(String clientId, @Nullable String jwksUri) {
        db.sql("delete from client_jwks where client_id = ? and uri <> ?")
                .params(clientId, jwksUri == null ? "" : jwksUri)
                .update();
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
                .filter(uri -> uri.getHost() != null && RedirectUri.isWeb(uri))
                .map(uri ->
                        (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Rules may have become stricter since it was stored; nobody can use it until it is mended. */
    private static Optional<Client> readIfGood(String clientId, String json) {
        try {
            return Optional.of(read(clientId, json));
        } catch (IllegalArgumentException e) {
            log.warn("A client that is stored breaks a rule: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Client read(String clientId, String json) {
        var metadata = ClientMetadata.parse(json);
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
