package dev.serdab.grant;

import dev.serdab.account.Accounts;
import dev.serdab.protocol.Parameters;
import dev.serdab.session.Factor;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** How grants and tokens lie in their tables. */
@Component
class GrantRows {

    /** The account's columns keep their names, the grant's start with {@code grant_}. */
    static final String GRANT_COLUMNS =
            """
            g.id as grant_id, g.client_id as grant_client_id, g.scopes as grant_scopes, g.session_id,
            g.auth_time, g.factors, g.created_at as grant_created_at, g.revoked_at,
            g.resources, g.id_token_claims, g.userinfo_claims,
            a.id, a.email, a.name, a.is_admin, a.is_active, a.is_superuser, a.email_verified_at, a.last_login,
            a.password_version\
            """;

    private final JdbcClient db;

    GrantRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Inserts a token.
     *
     * @param grant what it came of; {@code null} when the client speaks for itself
     * @param parent the refresh token it replaces
     */
    void insert(
            TokenKind kind,
            NewToken token,
            String clientId,
            @Nullable UUID grant,
            @Nullable TokenHash parent,
            Instant purgeAt) {
        db.sql(
                        """
                        insert into oauth_token
                          (hash, kind, grant_id, client_id, scopes, status, parent_hash, siblings, issued_at, expires_at, purge_at)
                        values (?, ?, ?, ?, ?, 'active', ?, 0, ?, ?, ?)\
                        """)
                .params(
                        Arrays.asList(
                                TokenHash.of(token.value()).column(),
                                kind.column(),
                                grant,
                                clientId,
                                String.join(" ", token.scopes()),
                                parent == null ? null : parent.column(),
                                SqlTime.of(token.issuedAt()),
                                SqlTime.of(token.expiresAt()),
                                SqlTime.of(purgeAt)))
                .update();
    }

    static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("grant_id", UUID.class),
                row.getString("grant_client_id"),
                Accounts.account(row, 0),
                scopes(row.getString("grant_scopes")),
                row.getObject("session_id", UUID.class),
                SqlTime.read(row, "auth_time"),
                Factor.parse(row.getString("factors")),
                SqlTime.read(row, "grant_created_at"),
                new GrantDetails(
                        scopes(row.getString("resources")),
                        GrantDetails.parse(row.getString("id_token_claims")),
                        GrantDetails.parse(row.getString("userinfo_claims"))),
                row.getObject("revoked_at") != null);
    }

    static Set<String> scopes(String column) {
        return Parameters.split(column);
    }
}
