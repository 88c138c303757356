package dev.serdab.grant;

import dev.serdab.sqltime.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
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

    private static final int SIBLINGS = 3;

    private final JdbcClient db;
    private final Clock clock;
    private final GrantRows rows;
    private final Grants grants;
    private final TokenSettings settings;

    RefreshTokens(
            JdbcClient db, Clock clock, GrantRows rows, Grants grants, TokenSettings settings) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
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

    /** When a refresh token of this grant ends if it is given out now. */
    public Instant endOfOneIssuedNow(Grant grant) {
        var idle = clock.instant().plus(settings.refreshTokenIdleLifetime());
        var absolute = familyEnd(grant);
        return idle.isBefore(absolute) ? idle : absolute;
    }

    /** Exchanges a token for the next ones, or revokes its family because it was used before. */
    @Transactional
    public Rotation rotate(RefreshToken token, NewTokens next) {
        var now = clock.instant();
        if (!replaceIfActive(token, now) && !isRetry(token, now)) {
            if (isRevoked(token)) {
                return new Rotation.Withdrawn();
            }
            grants.revoke(token.grant().id(), RevokeReason.REFRESH_TOKEN_REPLAYED);
            return new Rotation.Replayed();
        }
        var grant = token.grant();
        rows.insert(
                TokenKind.ACCESS,
                next.access(),
                grant.clientId(),
                grant.id(),
                null,
                next.access().expiresAt());
        var refresh = next.refresh();
        if (refresh != null) {
            rows.insert(
                    TokenKind.REFRESH,
                    refresh,
                    grant.clientId(),
                    grant.id(),
                    token.hash(),
                    familyEnd(grant));
        }
        return new Rotation.Rotated();
    }

    /**
     * Decides between two that come at once; asking first and acting later would let both through.
     */
    private boolean replaceIfActive(RefreshToken token, Instant now) {
        return db.sql(
                                """
                                update oauth_token set status = 'rotated', status_at = ?
                                 where hash = ? and status = 'active'\
                                """)
                        .params(SqlTime.of(now), token.hash().column())
                        .update()
                == 1;
    }

    private boolean isRetry(RefreshToken token, Instant now) {
        Duration window = settings.refreshTokenRetryWindow();
        return window.isPositive()
                && db.sql(
                                        """
                                        update oauth_token set siblings = siblings + 1
                                         where hash = ? and status = 'rotated' and status_at > ? and siblings < ?
                                           and not exists (select 1 from oauth_token child
                                                            where child.parent_hash = oauth_token.hash
                                                              and child.status <> 'active')\
                                        """)
                                .params(
                                        token.hash().column(),
                                        SqlTime.of(now.minus(window)),
                                        SIBLINGS)
                                .update()
                        == 1;
    }

    /** Revoked by itself, not rotated: there is no second holder to be feared. */
    private boolean isRevoked(RefreshToken token) {
        return db.sql("select status from oauth_token where hash = ?")
                .param(token.hash().column())
                .query((row, number) -> TokenStatus.of(row.getString(1)))
                .optional()
                .map(status -> status == TokenStatus.REVOKED)
                .orElse(true);
    }

    private Instant familyEnd(Grant grant) {
        return grant.createdAt().plus(settings.refreshTokenAbsoluteLifetime());
    }
}
