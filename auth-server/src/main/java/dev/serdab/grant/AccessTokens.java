package dev.serdab.grant;

import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Access tokens this server is asked about. */
@Component
public class AccessTokens {

    private final JdbcClient db;
    private final Clock clock;
    private final GrantRows rows;

    AccessTokens(JdbcClient db, Clock clock, GrantRows rows) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
    }

    /** Remembers a token of a client that speaks for itself. */
    public void add(NewToken token, String clientId) {
        rows.insert(TokenKind.ACCESS, token, clientId, null, null, token.expiresAt());
    }

    /**
     * Remembers a token that a client got by exchange; it ends with the grant.
     *
     * @return whether the grant was still there
     */
    public boolean add(NewToken token, String clientId, Grant grant) {
        try {
            rows.insert(TokenKind.ACCESS, token, clientId, grant.id(), null, token.expiresAt());
            return true;
        } catch (DataIntegrityViolationException e) {
            return false; // Its account was deleted meanwhile.
        }
    }

    /**
     * The token, if it is alive: not expired, not revoked, its grant stands, its account is active.
     */
    public Optional<AccessToken> find(String value) {
        return db.sql(
                        "select t.hash, t.client_id, t.scopes, t.issued_at, t.expires_at, "
                                + GrantRows.GRANT_COLUMNS
                                + """

                                 from oauth_token t
                                 left join oauth_grant g on g.id = t.grant_id
                                 left join account a on a.id = g.account_id
                                where t.hash = ? and t.kind = 'access' and t.status = 'active' and t.expires_at > ?
                                  and (t.grant_id is null or (g.revoked_at is null and a.is_active))\
                                """)
                .params(TokenHash.of(value).column(), SqlTime.of(clock.instant()))
                .query(AccessTokens::read)
                .optional();
    }

    /** Takes one token back; its grant and the other tokens of it stay. */
    public void revoke(AccessToken token) {
        db.sql("update oauth_token set status = 'revoked', status_at = ? where hash = ?")
                .params(SqlTime.of(clock.instant()), token.hash().column())
                .update();
    }

    private static AccessToken read(ResultSet row, int number) throws SQLException {
        boolean isPersons = row.getObject("grant_id", UUID.class) != null;
        return new AccessToken(
                TokenHash.fromColumn(row.getBytes("hash")),
                row.getString("client_id"),
                isPersons ? GrantRows.grant(row) : null,
                GrantRows.scopes(row.getString("scopes")),
                SqlTime.read(row, "issued_at"),
                SqlTime.read(row, "expires_at"));
    }
}
