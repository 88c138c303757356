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

    /** Remembers a token of a client that speaks for itself. */
    public void add(NewToken token, String clientId) {
        rows.insert(new Row(TokenKind.ACCESS, token, clientId, null, null, token.expiresAt()));
    }

    /**
     * Remembers a token that a client got by exchange; it ends with the grant.
     *
     * @return whether the grant was still there
     */
    public boolean add(NewToken token, String clientId, Grant grant) {
        try {
            rows.insert(
                    new Row(
                            TokenKind.ACCESS,
                            token,
                            clientId,
                            grant.id(),
                            null,
                            token.expiresAt()));
            return true;
        } catch (DataIntegrityViolationException e) {
            return false; // Its account was deleted meanwhile.
        }
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

    /** Takes one token back; its grant and the other tokens of it stay. */
    public void revoke(AccessToken token) {
        if (StatelessTokens.isOne(token.claims())) {
            stateless.revoke(token);
        } else {
            revoke("hash = ?", token.hash().column());
        }
    }

    /** Takes back every token with a row that a client got for itself. */
    public void revokeAllOfClient(String clientId) {
        revoke("client_id = ? and grant_id is null and status = 'active'", clientId);
    }

    private void revoke(String which, Object parameter) {
        db.sql("update oauth_token set status = 'revoked', status_at = ? where " + which)
                .params(SqlTime.of(clock.instant()), parameter)
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
