package dev.serdab.grant;

import dev.serdab.grant.GrantRows.Row;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Authorization codes (RFC 6749 §4.1.2): each is redeemed once, by one conditional UPDATE. */
@Component
public class AuthorizationCodes {

    private final JdbcClient db;
    private final Clock clock;
    private final GrantRows rows;
    private final NewGrants newGrants;
    private final Grants grants;
    private final TokenSettings settings;

    AuthorizationCodes(
            JdbcClient db,
            Clock clock,
            GrantRows rows,
            NewGrants newGrants,
            Grants grants,
            TokenSettings settings) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.newGrants = newGrants;
        this.grants = grants;
        this.settings = settings;
    }

    /** Remembers a grant and gives out its code, 43 characters. */
    @Transactional
    public String issue(NewGrant grant) {
        var now = clock.instant();
        var end = now.plus(settings.authorizationCodeLifetime());
        var id = newGrants.add(grant, end);
        var code = RandomSecret.base64Url();
        rows.insert(
                new Row(
                        TokenKind.CODE,
                        new NewToken(code, grant.scopes(), now, end),
                        grant.clientId(),
                        id,
                        null,
                        end.plus(settings.memory())));
        return code;
    }

    /** The code, used or not. */
    public Optional<AuthorizationCode> find(String code) {
        return db.sql(
                        "select t.hash, t.status, t.expires_at, g.redirect_uri, g.code_challenge, g.nonce, "
                                + GrantRows.GRANT_COLUMNS
                                + """

                                 from oauth_token t
                                 join oauth_grant g on g.id = t.grant_id
                                 join account a on a.id = g.account_id
                                where t.hash = ? and t.kind = 'code'\
                                """)
                .param(TokenHash.of(code).column())
                .query(AuthorizationCodes::read)
                .optional();
    }

    /** Redeems the code for these tokens, or takes back what it gave because it was used before. */
    @Transactional
    public Redemption redeem(AuthorizationCode code, NewTokens tokens) {
        var redemption = newGrants.redeem(code.grant(), tokens, () -> use(code));
        if (redemption instanceof Redemption.Replayed) {
            grants.revoke(code.grant(), RevokeReason.CODE_REPLAYED);
        }
        return redemption;
    }

    /** Makes the code useless without giving anything for it. */
    public void burn(AuthorizationCode code) {
        use(code);
    }

    private boolean use(AuthorizationCode code) {
        return db.sql(
                                "update oauth_token set status = 'used', status_at = ? where hash = ? and status = 'active'")
                        .params(SqlTime.of(clock.instant()), code.hash().column())
                        .update()
                == 1;
    }

    private static AuthorizationCode read(ResultSet row, int number) throws SQLException {
        return new AuthorizationCode(
                TokenHash.fromColumn(row.getBytes("hash")),
                GrantRows.grant(row),
                TokenStatus.of(row.getString("status")) != TokenStatus.ACTIVE,
                SqlTime.read(row, "expires_at"),
                row.getString("redirect_uri"),
                row.getString("code_challenge"),
                row.getString("nonce"));
    }
}
