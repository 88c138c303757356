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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

    private static final String INSERT =
            """
            insert into oauth_token
              (hash, kind, grant_id, client_id, scopes, status, parent_hash, siblings, issued_at, expires_at, purge_at)
            values \
            """;

    private static final String VALUES = "(?, ?, ?, ?, ?, 'active', ?, 0, ?, ?, ?)";

    private final JdbcClient db;

    GrantRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * A token that is to be stored.
     *
     * @param grant what it came of; {@code null} when the client speaks for itself
     * @param parent the refresh token it replaces
     */
    record Row(
            TokenKind kind,
            NewToken token,
            String clientId,
            @Nullable UUID grant,
            @Nullable TokenHash parent,
            Instant purgeAt) {

        /** An access token of a grant: of no use once it has expired. */
        static Row access(NewToken token, Grant grant) {
            return new Row(
                    TokenKind.ACCESS, token, grant.clientId(), grant.id(), null, token.expiresAt());
        }

        /** A refresh token: its replay shall be noticed for some time after its end. */
        static Row refresh(
                NewToken token, Grant grant, @Nullable TokenHash parent, Duration memory) {
            return new Row(
                    TokenKind.REFRESH,
                    token,
                    grant.clientId(),
                    grant.id(),
                    parent,
                    token.expiresAt().plus(memory));
        }
    }

    /** Inserts tokens, by one statement. */
    void insert(Row... rows) {
        var parameters = new ArrayList<@Nullable Object>();
        for (var row : rows) {
            parameters.add(TokenHash.of(row.token().value()).column());
            parameters.add(row.kind().column());
            parameters.add(row.grant());
            parameters.add(row.clientId());
            parameters.add(String.join(" ", row.token().scopes()));
            parameters.add(row.parent() == null ? null : row.parent().column());
            parameters.add(SqlTime.of(row.token().issuedAt()));
            parameters.add(SqlTime.of(row.token().expiresAt()));
            parameters.add(SqlTime.of(row.purgeAt()));
        }
        db.sql(INSERT + String.join(", ", Collections.nCopies(rows.length, VALUES)))
                .params(parameters)
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
