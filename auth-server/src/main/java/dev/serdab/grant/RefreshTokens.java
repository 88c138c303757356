package dev.serdab.grant;

import dev.serdab.grant.GrantRows.Row;
import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Refresh tokens: given out once each, and the second time is noticed (RFC 9700 §4.14.2).
 *
 * <p>A client that did not get the answer may ask again within the retry window and gets a sibling,
 * three at most, and only until one of the tokens it was given is used.
 */
@Component
public class RefreshTokens {

    private final JdbcClient db;
    private final Clock clock;
    private final GrantRows rows;
    private final RefreshTokenMoves moves;
    private final Grants grants;
    private final TokenSettings settings;

    RefreshTokens(
            JdbcClient db,
            Clock clock,
            GrantRows rows,
            RefreshTokenMoves moves,
            Grants grants,
            TokenSettings settings) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.moves = moves;
        this.grants = grants;
        this.settings = settings;
    }

    /** The token, whatever its state. */
    public Optional<RefreshToken> find(String value) {
        return db.sql(
                        "select t.hash, t.status, t.expires_at, "
                                + GrantRows.GRANT_COLUMNS
                                + """

                                 from oauth_token t
                                 join oauth_grant g on g.id = t.grant_id
                                 join account a on a.id = g.account_id
                                where t.hash = ? and t.kind = 'refresh'\
                                """)
                .param(TokenHash.of(value).column())
                .query((row, number) ->
                        new RefreshToken(
                                TokenHash.fromColumn(row.getBytes("hash")),
                                GrantRows.grant(row),
                                TokenStatus.of(row.getString("status")),
                                SqlTime.read(row, "expires_at")))
                .optional();
    }

    /** When a refresh token of this grant ends if it is given out, or used, now. */
    public Instant endOfOneIssuedNow(Grant grant) {
        var idle = clock.instant().plus(settings.refreshTokenIdleLifetime());
        var absolute = grant.createdAt().plus(settings.refreshTokenAbsoluteLifetime());
        return idle.isBefore(absolute) ? idle : absolute;
    }

    /**
     * Exchanges a token for the next ones, or revokes its family because it was used before.
     *
     * @param next without a refresh token when the client keeps the one it has
     */
    @Transactional
    public Rotation rotate(RefreshToken token, NewTokens next) {
        var grant = token.grant();
        var refresh = next.refresh();
        boolean taken =
                refresh == null
                        ? moves.extend(token, endOfOneIssuedNow(grant))
                        : moves.replace(token) || moves.repeat(token);
        if (!taken) {
            return grants.revoke(grant, RevokeReason.REFRESH_TOKEN_REPLAYED)
                    ? new Rotation.Replayed()
                    : new Rotation.Withdrawn();
        }
        if (refresh == null) {
            rows.insert(Row.access(next.access(), grant));
        } else {
            rows.insert(
                    Row.access(next.access(), grant),
                    Row.refresh(refresh, grant, token.hash(), settings.memory()));
        }
        return new Rotation.Rotated();
    }
}
