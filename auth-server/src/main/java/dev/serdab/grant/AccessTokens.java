package dev.serdab.grant;

import dev.serdab.grant.GrantRows.Row;
import dev.serdab.sqltime.SqlTime;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Access tokens this server is asked about. */
@Component
public class AccessTokens {

    private final JdbcClient db;
    private final Clock clock;
    private final GrantRows rows;
    private final StatelessTokens stateless;

    AccessTokens(JdbcClient db, Clock clock, GrantRows rows, StatelessTokens stateless) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.stateless = stateless;
    }

    /**
     * Remembers a token of a client that speaks for itself.
     *
     * @return whether the client was still there
     */
    public boolean add(NewToken token, String clientId) {
        return add(new Row(TokenKind.ACCESS, token, clientId, null, null, token.expiresAt()));
    }

    /**
     * Remembers a token that a client got by exchange; it ends with the grant.
     *
     * @return whether the grant and the client were still there
     */
    public boolean add(NewToken token, String clientId, Grant grant) {
        return add(new Row(TokenKind.ACCESS, token, clientId, grant.id(), null, token.expiresAt()));
    }

    /**
     * The token, if it is alive: not expired, not revoked, its grant stands, its account is active.
     */
    public Optional<AccessToken> find(String value) {
        var claims = TokenContent.of(value);
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        return StatelessTokens.isOne(claims) ? stateless.find(value) : findRow(value, claims);
    }

    /**
     * Takes one token of this client back; its grant and the other tokens of it stay.
     *
     * @return whether the value could be an access token at all, of whomever
     */
    public boolean revoke(String value, String clientId) {
        var claims = TokenContent.of(value);
        if (StatelessTokens.isOne(claims)) {
            stateless
                    .find(value)
                    .filter(token -> token.clientId().equals(clientId))
                    .ifPresent(stateless::revoke);
        } else if (!claims.isEmpty()) {
            end(
                    "hash = ? and client_id = ? and kind = 'access' and status = 'active'",
                    TokenHash.of(value).column(),
                    clientId);
        }
        return !claims.isEmpty();
    }

    /** Takes back every token with a row that a client got for itself. */
    public void revokeAllOfClient(String clientId) {
        end("client_id = ? and grant_id is null and status = 'active'", clientId);
    }

    private boolean add(Row row) {
        try {
            rows.insert(row);
            return true;
        } catch (DataIntegrityViolationException e) {
            return false; // Its account or its client was deleted meanwhile.
        }
    }

    private void end(String which, Object... parameters) {
        db.sql("update oauth_token set status = 'revoked', status_at = ? where " + which)
                .param(SqlTime.of(clock.instant()))
                .params(parameters)
                .update();
    }

    /**
     * What is found by its hash was made here, so what it says is true without a look at its
     * signature.
     */
    private Optional<AccessToken> findRow(String value, Map<String, Object> claims) {
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
                .query((row, number) -> read(row, claims))
                .optional();
    }

    private static AccessToken read(ResultSet row, Map<String, Object> claims) throws SQLException {
        boolean isPersons = row.getObject("grant_id", UUID.class) != null;
        return new AccessToken(
                TokenHash.fromColumn(row.getBytes("hash")),
                row.getString("client_id"),
                isPersons ? GrantRows.grant(row) : null,
                GrantRows.scopes(row.getString("scopes")),
                SqlTime.read(row, "issued_at"),
                SqlTime.read(row, "expires_at"),
                claims);
    }
}
